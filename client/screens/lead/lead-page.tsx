import { assertNever } from '../../../shared/base/assert.ts';
import type { MemberId } from '../../../shared/base/ids.ts';
import { ArcPage } from '../../panels/lead/arc-page.tsx';
import { ChordsPage } from '../../panels/lead/chords-page.tsx';
import { ConductPage } from '../../panels/lead/conduct-page.tsx';
import { DoorPage } from '../../panels/lead/door-page.tsx';
import { EndingPage } from '../../panels/lead/ending-page.tsx';
import { GroundPage } from '../../panels/lead/ground-page.tsx';
import { HoldingPage } from '../../panels/lead/holding-page.tsx';
import { Drawer, Home } from '../../panels/lead/home.tsx';
import { KeysPage } from '../../panels/lead/keys-page.tsx';
import type { Lead } from '../../panels/lead/lead.ts';
import { LoudnessPage } from '../../panels/lead/loudness-page.tsx';
import { MusicPage } from '../../panels/lead/music-page.tsx';
import { NotesPage } from '../../panels/lead/notes-page.tsx';
import { PAGES } from '../../panels/lead/pages.ts';
import type { PageName } from '../../panels/lead/page-name.ts';
import { PeoplePage } from '../../panels/lead/people-page.tsx';
import { PersonPage } from '../../panels/lead/person-page.tsx';
import { ClosePage, CompanyPage, EchoPage, InvitePage } from '../../panels/lead/room-pages.tsx';
import { RoundsPage } from '../../panels/lead/rounds-page.tsx';
import { SignalsPage } from '../../panels/lead/signals.tsx';
import { TempoPage } from '../../panels/lead/tempo-page.tsx';
import type { Speech } from '../../words/speech.ts';

export interface LeadPageProps {
  readonly lead: Lead;
  /** The page that is open; home where none is. */
  readonly page: PageName | undefined;
  readonly person?: MemberId | undefined;
  readonly areKeysOn: boolean;
  readonly onKeys: (isOn: boolean) => void;
}

/** The name of a page; none for a person's, which bears theirs. */
export function titleOf(page: PageName, words: Speech): string | undefined {
  if (page === 'person') return undefined;
  if (page === 'all') return words('lead-all');
  return words(PAGES[page].title);
}

/** One page of leading. */
export function LeadPage({ lead, page, person, areKeysOn, onKeys }: LeadPageProps) {
  switch (page) {
    case undefined:
    case 'large':
      return <Home lead={lead} />;
    case 'all':
      return <Drawer lead={lead} />;
    case 'person':
      return <PersonPage lead={lead} person={person ?? lead.you.id} />;
    case 'people':
      return <PeoplePage lead={lead} />;
    case 'door':
      return <DoorPage lead={lead} />;
    case 'invite':
      return <InvitePage lead={lead} />;
    case 'signals':
      return <SignalsPage lead={lead} />;
    case 'holding':
      return <HoldingPage lead={lead} />;
    case 'tempo':
      return <TempoPage lead={lead} />;
    case 'music':
      return <MusicPage lead={lead} />;
    case 'chords':
      return <ChordsPage lead={lead} />;
    case 'loudness':
      return <LoudnessPage lead={lead} />;
    case 'conduct':
      return <ConductPage lead={lead} />;
    case 'ground':
      return <GroundPage lead={lead} />;
    case 'rounds':
      return <RoundsPage lead={lead} />;
    case 'arc':
      return <ArcPage lead={lead} />;
    case 'ending':
      return <EndingPage lead={lead} />;
    case 'close':
      return <ClosePage lead={lead} />;
    case 'echo':
      return <EchoPage lead={lead} />;
    case 'company':
      return <CompanyPage lead={lead} />;
    case 'notes':
      return <NotesPage lead={lead} />;
    case 'keys':
      return <KeysPage isOn={areKeysOn} onChange={onKeys} />;
    default:
      return assertNever(page);
  }
}
