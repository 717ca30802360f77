import { readFileSync } from 'node:fs';
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { HouseContext } from '../../../../client/hooks/use-house.ts';
import { roomNow } from '../../../../client/hooks/use-room-now.ts';
import { NEVER_HEARD } from '../../../../client/hooks/use-last-heard.ts';
import type { Lead, WishType } from '../../../../client/panels/lead/lead.ts';
import { PAGES } from '../../../../client/panels/lead/pages.ts';
import type { ListedPage } from '../../../../client/panels/lead/page-name.ts';
import { LargeView } from '../../../../client/panels/lead/large-view.tsx';
import { LeadPage } from '../../../../client/screens/lead/lead-page.tsx';
import { LeadScreen } from '../../../../client/screens/lead/lead-screen.tsx';
import { SpokenWords } from '../../../../client/words/use-words.tsx';
import type { MemberId } from '../../../../shared/base/ids.ts';
import { beats, roomMs } from '../../../../shared/base/units.ts';
import type { RoomEvent } from '../../../../shared/event/entry.ts';
import { CONTROLS } from '../../../../shared/event/holding.ts';
import { NOTHING_TO_SEE, type PassingView } from '../../../../shared/room/passing/view.ts';
import { whyNot } from '../../../../shared/room/permissions.ts';
import { createFakeHouse, SESSION } from '../../support/fake-house.ts';
import { fakeRoom, joined, personId, pulseGoing, ready } from '../../support/fake-room.ts';
import { createFakeSession } from '../../support/fake-session.ts';
import { leadOf } from '../../support/a-lead.ts';

const words = (part: string) =>
  new FluentResource(
    readFileSync(new URL(`../../../../client/words/en/${part}.ftl`, import.meta.url), 'utf8'),
  );
const bundle = new FluentBundle('en', { useIsolating: false });
for (const part of ['room', 'group', 'lead']) bundle.addResource(words(part));

const drawn = (page: React.ReactNode) =>
  renderToStaticMarkup(
    <HouseContext value={createFakeHouse()}>
      <SpokenWords bundle={bundle} language="en">
        {page}
      </SpokenWords>
    </HouseContext>,
  );

const [MAYA, JON, ROSE, ASE] = [personId(0), personId(1), personId(2), personId(3)];
const WAITING = {
  knock: 1,
  name: 'Kari',
  shape: 'star',
  role: 'player',
  since: roomMs(0),
  sentence: undefined,
  isCalled: false,
} as const;
/** As much as can pass, so that every button there is is drawn. */
const MUCH: PassingView = {
  waiting: [WAITING, { ...WAITING, knock: 2, name: 'Nora' }],
  announced: [{ knock: 3, name: 'Ola', shape: 'leaf', until: roomMs(9000) }],
  invitations: [{ number: 4, from: JON, to: MAYA, until: roomMs(9000), what: { type: 'turn', bars: 4 } }],
  asked: [{ number: 5, from: MAYA, to: JON, until: roomMs(9000), what: { type: 'turn', bars: 4 } }],
  signals: [{ number: 6, signal: 'tooLoud', from: ROSE, at: roomMs(0) }],
  proposals: [
    { number: 7, by: ROSE, what: { type: 'ending' }, seconds: 0, isSecondedByYou: false, mayTake: true },
  ],
  order: [],
};

const given = (controls: readonly (typeof CONTROLS)[number][]): RoomEvent => ({
  type: 'controlsGiven',
  controls,
  to: JON,
  until: null,
});
const rooms: Readonly<Record<string, readonly RoomEvent[]>> = {
  still: [],
  playing: [pulseGoing],
  softened: [pulseGoing, { type: 'softened', member: ASE, kind: 'softer', from: beats(0), untilMs: 300_000 }],
  hushed: [pulseGoing, { type: 'hushed' }],
  'with a course': [
    {
      type: 'arcSet',
      steps: [
        { kind: 'arrive', length: { type: 'open' }, sentence: 'Come in.' },
        { kind: 'play', length: { type: 'minutes', minutes: 5 }, sentence: '' },
      ],
    },
    { type: 'arcMoved', step: 0 },
  ],
  'with a round': [
    pulseGoing,
    { type: 'roundBegun', kind: 'round', bars: 4 },
    { type: 'turnSet', member: JON, from: beats(0), until: beats(16) },
  ],
  ending: [pulseGoing, { type: 'endingAnnounced', from: beats(16), until: beats(32) }],
  stopped: [pulseGoing, { type: 'stopped' }],
  'shared for dynamics and the ending': [pulseGoing, given(['dynamics', 'ending'])],
  'given away altogether': [pulseGoing, given(CONTROLS)],
  'open to all': [{ type: 'controlsGiven', controls: ['tempo', 'frame'], to: 'everyone', until: null }],
  closed: [{ type: 'roomClosed' }],
};

/** Buttons that ask for something, with what, and whether they rest. */
function asking(html: string): readonly { readonly wish: WishType; readonly isResting: boolean }[] {
  return [...html.matchAll(/<button[^>]*data-wish="(\w+)"[^>]*>/g)].map(([tag, wish]) => ({
    wish: wish as WishType,
    isResting: tag.includes('aria-disabled="true"'),
  }));
}

const listed = Object.keys(PAGES) as ListedPage[];
const pageOf = (lead: Lead, page: ListedPage | 'all' | 'person' | undefined, person?: MemberId) =>
  drawn(<LeadPage lead={lead} page={page} person={person} areKeysOn onKeys={() => undefined} />);

describe('the page of leading', () => {
  for (const [name, events] of Object.entries(rooms)) {
    for (const me of [MAYA, JON, ROSE]) {
      it(`offers ${me} nothing in a room that is ${name} that the room would refuse, and shows nothing they do not hold`, () => {
        const room = fakeRoom(4, ...events, joined(4, { role: 'listener' }), ready(4));
        const lead = leadOf(room, me, MUCH);
        const pages = [
          ...[undefined, 'all' as const, ...listed].map((page) => pageOf(lead, page)),
          ...room.members.map(({ id }) => pageOf(lead, 'person', id)),
        ];
        const buttons = pages.flatMap(asking);
        const offered = buttons.filter(({ isResting }) => !isResting).map(({ wish }) => wish);
        expect(offered.filter((wish) => whyNot(room, wish, me) !== undefined)).toEqual([]);
        const shown = [...new Set(buttons.map(({ wish }) => wish))];
        expect(shown.filter((wish) => whyNot(room, wish, me) === 'notAllowed')).toEqual([]);
      });
    }
  }

  it('has a button for all that a facilitator may ask for by one tap', () => {
    const room = fakeRoom(4, pulseGoing, given(['dynamics']));
    const held = fakeRoom(4, { type: 'controlsReturned', controls: [...CONTROLS] });
    const found = new Set(
      [leadOf(room, MAYA, MUCH), leadOf(held, MAYA, MUCH)].flatMap((lead) =>
        [undefined, ...listed].flatMap((page) => asking(pageOf(lead, page)).map(({ wish }) => wish)),
      ),
    );
    for (const wish of [
      'callIn',
      'sayAtDoor',
      'notNow',
      'takeBack',
      'hush',
      'swell',
      'setDensity',
      'pause',
    ] as const)
      expect(found).toContain(wish);
  });

  it('shows a co-facilitator only the pages of what they hold', () => {
    const lead = leadOf(fakeRoom(4, pulseGoing, given(['dynamics'])), JON);
    const html = pageOf(lead, 'all');
    expect(html).toContain('Loud and full');
    for (const title of ['Tempo', 'Course and goals', 'Company', 'Let others in'])
      expect(html).not.toContain(`>${title}<`);
  });

  it('offers nothing about the sound of someone who listens, nor of oneself, nor sending a facilitator out', () => {
    const room = fakeRoom(3, joined(3, { role: 'listener' }), ready(3));
    const lead = leadOf(room, MAYA);
    expect(asking(pageOf(lead, 'person', personId(3)))).toEqual([]);
    expect(asking(pageOf(lead, 'person', MAYA)).map(({ wish }) => wish)).toEqual(['setDensity']);
    expect(pageOf(lead, 'person', MAYA)).not.toContain('Put back at the door');
    expect(pageOf(lead, 'person', JON)).toContain('Put back at the door');
  });
});

describe('the screen of leading', () => {
  const screen = (events: readonly RoomEvent[], passing: Partial<PassingView>, me = MAYA) => {
    const room = fakeRoom(4, ...events);
    const session = createFakeSession(room, me, { passing: { ...NOTHING_TO_SEE, ...passing } });
    const { you } = leadOf(room, me);
    return drawn(
      <LeadScreen
        session={session}
        sessionId={SESSION}
        room={room}
        you={you}
        now={roomNow(room, 0)}
        heard={NEVER_HEARD}
        onClose={() => undefined}
      />,
    );
  };

  it('has hush, the pulse and the tempo in reach, and the way back to playing', () => {
    const html = screen([pulseGoing], {});
    expect(asking(html).map(({ wish }) => wish)).toEqual(
      expect.arrayContaining(['hush', 'stopPulse', 'setTempo']),
    );
    expect(html).toContain('Play on');
  });

  it('names those at the door, and tells nobody else of them', () => {
    expect(screen([], { waiting: [WAITING] })).toContain('Kari');
    const html = screen([given(['dynamics'])], { waiting: undefined }, JON);
    expect(html).not.toContain('Kari');
    expect(html).not.toContain('>Door<');
  });

  it('keeps hush with the facilitator, whoever holds how loud all are', () => {
    const html = screen([given(['dynamics'])], {});
    expect(asking(html)).toContainEqual({ wish: 'hush', isResting: false });
  });
});

describe('the large view', () => {
  it('has the people and the sentence of the step, and no control, nobody who waits, no quiet word', () => {
    const room = fakeRoom(4, ...(rooms['with a course'] ?? []));
    const html = drawn(<LargeView lead={leadOf(room, MAYA, MUCH)} onClose={() => undefined} />);
    expect(html).toContain('Come in.');
    expect(html).toContain('Jon');
    expect(asking(html)).toEqual([]);
    for (const hidden of ['Kari', 'Ola', 'Too loud', 'Not heard yet']) expect(html).not.toContain(hidden);
  });
});
