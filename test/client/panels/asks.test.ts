import { describe, expect, it } from 'vitest';
import { bpm, roomMs } from '../../../shared/base/units.ts';
import type { Invitation, Invited } from '../../../shared/room/passing/passing.ts';
import { NOTHING_TO_SEE, type PassingView, type ProposalSeen } from '../../../shared/room/passing/view.ts';
import { createNames } from '../../../client/hooks/use-names.ts';
import { invitationAsked, listenerAsked, proposalAsked } from '../../../client/panels/asked-in-words.ts';
import { asksFor } from '../../../client/panels/asks-for-me.ts';
import { fakeRoom, personId } from '../support/fake-room.ts';
import { englishWords } from '../support/spoken.ts';

const words = englishWords();
const { members } = fakeRoom(4);
const context = { members, you: personId(1), bpm: 76, words, names: createNames(words, 'en') };
const you = { id: personId(1), role: 'player' } as const;
const NONE: ReadonlySet<string> = new Set();

const invitation = (what: Invited): Invitation => ({
  number: 7,
  from: personId(0),
  to: personId(1),
  until: roomMs(60_000),
  what,
});
const proposal = (over: Partial<ProposalSeen> = {}): ProposalSeen => ({
  number: 3,
  by: personId(3),
  what: { type: 'tempo', bpm: bpm(64) },
  seconds: 0,
  isSecondedByYou: false,
  mayTake: false,
  ...over,
});
const listener = { knock: 4, name: 'Kari', shape: 'leaf', until: roomMs(10_000) } as const;
const all: PassingView = {
  ...NOTHING_TO_SEE,
  invitations: [invitation({ type: 'turn', bars: 4 })],
  announced: [listener],
  proposals: [proposal()],
};
const labels = (asked: { readonly answers: readonly { readonly label: string }[] }) =>
  asked.answers.map(({ label }) => label);

describe('what is asked of one', () => {
  it('is the most personal first, and nothing twice once it was answered or left', () => {
    const keys = asksFor(all, you, NONE).map(({ key }) => key);
    expect(keys).toEqual(['invitation 7', 'listener 4', 'proposal 3']);
    expect(asksFor(all, you, new Set(['invitation 7', 'proposal 3'])).map(({ key }) => key)).toEqual([
      'listener 4',
    ]);
    expect(asksFor(NOTHING_TO_SEE, you, NONE)).toEqual([]);
  });

  it('leaves a listener out of proposals, and anyone who is with one already unless they may take it', () => {
    expect(asksFor(all, { ...you, role: 'listener' }, NONE).map(({ type }) => type)).toEqual([
      'invitation',
      'listener',
    ]);
    const seconded = { ...NOTHING_TO_SEE, proposals: [proposal({ isSecondedByYou: true })] };
    expect(asksFor(seconded, you, NONE)).toEqual([]);
    const mine = { ...NOTHING_TO_SEE, proposals: [proposal({ isSecondedByYou: true, mayTake: true })] };
    expect(asksFor(mine, you, NONE)).toHaveLength(1);
  });
});

describe('an invitation', () => {
  it('says who asks, for what and for how long, and that it can be given back', () => {
    const asked = invitationAsked(
      invitation({ type: 'hold', controls: ['tempo', 'ending'], bars: 16 }),
      context,
    );
    expect(asked.title).toBe('Maya asks if you would like to lead the tempo and the ending, for 16 bars.');
    expect(asked.text).toBe('You can give it back at any time.');
    const forGood = invitationAsked(invitation({ type: 'hold', controls: ['door'], bars: null }), context);
    expect(forGood.title).toBe('Maya asks if you would like to lead the door.');
  });

  it('has a yes and a no of equal weight, and in a round just listening', () => {
    const turn = invitationAsked(invitation({ type: 'turn', bars: 1 }), context);
    expect(turn.title).toBe('Would you like one bar of your own? The others play softly then.');
    expect(labels(turn)).toEqual(['Yes', 'No, thanks', 'Just listen']);
    expect(turn.answers.map(({ wish }) => wish)).toEqual([
      { type: 'acceptInvitation', invitation: 7 },
      { type: 'declineInvitation', invitation: 7, listens: false },
      { type: 'declineInvitation', invitation: 7, listens: true },
    ]);
    expect(turn.answers.some(({ isFirst }) => isFirst)).toBe(false);
    for (const type of ['call', 'answer'] as const)
      expect(labels(invitationAsked(invitation({ type, bars: 2 }), context))).toEqual(['Yes', 'No, thanks']);
  });

  it('names someone who has gone as the facilitator', () => {
    const from = { ...invitation({ type: 'instrument', instrument: 'harp' }), from: personId(9) };
    expect(invitationAsked(from, context).title).toBe('The facilitator asks if you would like to play Harp.');
  });
});

describe('a listener who is announced', () => {
  it('can be declined by anyone, without a name, or let be without a wish', () => {
    const asked = listenerAsked(listener, context);
    expect(asked.title).toBe('Kari would like to listen.');
    expect(asked.answers.map(({ wish }) => wish)).toEqual([
      { type: 'objectToListener', knock: 4 },
      undefined,
    ]);
    expect(listenerAsked({ ...listener, name: undefined }, context).title).toBe('Leaf would like to listen.');
  });
});

describe('a proposal', () => {
  it('is said as it differs from what is, with how many are with it', () => {
    expect(proposalAsked(proposal(), context).title).toBe('Åse would like it slower: 64 beats a minute.');
    const faster = proposal({ what: { type: 'tempo', bpm: bpm(90) }, seconds: 2 });
    expect(proposalAsked(faster, context)).toMatchObject({
      title: 'Åse would like it faster: 90 beats a minute.',
      text: '2 more would like that too.',
    });
    const mood = proposal({
      what: { type: 'frame', frame: { tonic: 2, scale: 'dorian', feel: 'straight' } },
    });
    expect(proposalAsked(mood, context).title).toBe('Åse would like another mood: Thoughtful.');
    expect(proposalAsked(proposal(), context).text.trim()).toBe('');
  });

  it('can be seconded, taken back by whoever made it, and taken or set aside by whoever may', () => {
    const wishes = (over: Partial<ProposalSeen>) =>
      proposalAsked(proposal(over), context).answers.map(({ wish }) => wish);
    expect(wishes({})).toEqual([{ type: 'second', proposal: 3 }, undefined]);
    expect(wishes({ by: personId(1) })).toEqual([{ type: 'setAside', proposal: 3 }, undefined]);
    expect(wishes({ mayTake: true })).toEqual([
      { type: 'takeProposal', proposal: 3 },
      { type: 'setAside', proposal: 3 },
    ]);
    expect(labels(proposalAsked(proposal({ by: personId(1), what: { type: 'ending' } }), context))).toEqual([
      'Take it back',
      'That is fine',
    ]);
  });
});
