import { levelToCome } from '../../../shared/time/level-map.ts';
import { presetOf } from '../../../shared/music/frame-preset.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { Button } from '../../ui/control/button.tsx';
import type { Speech } from '../../words/speech.ts';
import { useWords } from '../../words/use-words.tsx';
import { NOTE_IDS } from '../pitch-name.ts';
import { chordAt, chordSign } from './chords-page.tsx';
import { endingWords } from './ending-page.tsx';
import { groundsToCome } from './ground-page.tsx';
import type { Lead } from './lead.ts';
import styles from './lead.module.css';
import { NowList } from './now.tsx';
import { DRAWER, isPageTheirs, PAGES, pagesAtHand } from './pages.ts';
import type { ListedPage } from './page-name.ts';
import { frameToCome } from './music-page.tsx';
import { echoSentence } from '../echo-words.ts';

/** What is to be answered now, the few things of the present step, and the way to all others. */
export function Home({ lead }: { readonly lead: Lead }) {
  const words = useWords();
  return (
    <>
      <NowList lead={lead} />
      <div className={styles.tiles}>
        {pagesAtHand(lead).map((page) => (
          <Tile key={page} lead={lead} page={page} />
        ))}
      </div>
      <Button icon="more" className={styles.all} onClick={() => lead.onPage('all')}>
        {words('lead-all')}
      </Button>
    </>
  );
}

function Tile({ lead, page }: { readonly lead: Lead; readonly page: ListedPage }) {
  const words = useWords();
  const { icon, title } = PAGES[page];
  const value = valueOf(lead, page, words);
  return (
    <button type="button" className={styles.openTile} onClick={() => lead.onPage(page)}>
      <Icon name={icon} size="1.75rem" />
      <span className={styles.words}>
        <span className={styles.label}>{words(title)}</span>
        {value !== undefined && <span className={styles.value}>{value}</span>}
      </span>
    </button>
  );
}

/** The drawer: everything one holds, in its place. */
export function Drawer({ lead }: { readonly lead: Lead }) {
  const words = useWords();
  return DRAWER.map(({ title, pages }) => {
    const theirs = pages.filter((page) => isPageTheirs(lead, page));
    if (theirs.length === 0) return null;
    return (
      <section key={title} className={styles.drawer}>
        <h3>{words(title)}</h3>
        <ul className={styles.rows}>
          {theirs.map((page) => {
            const value = valueOf(lead, page, words);
            return (
              <li key={page}>
                <button type="button" className={styles.row} onClick={() => lead.onPage(page)}>
                  <Icon name={PAGES[page].icon} />
                  <span className={styles.words}>
                    <span className={styles.label}>{words(PAGES[page].title)}</span>
                    {value !== undefined && <span className={styles.value}>{value}</span>}
                  </span>
                  <Icon name="forward" size="1.25em" />
                </button>
              </li>
            );
          })}
        </ul>
      </section>
    );
  });
}

/** How a thing is now, in a few words under its name. */
function valueOf(lead: Lead, page: ListedPage, words: Speech): string | undefined {
  const { room, now, passing } = lead;
  switch (page) {
    case 'tempo':
      return `${words('tempo-value', { bpm: now.bpm })} · ${now.metre}`;
    case 'music': {
      const frame = frameToCome(lead);
      const preset = presetOf(frame);
      const mood = preset ? words(`lead-preset-${preset}`) : words(`mood-${frame.scale}`);
      return `${mood} · ${words(NOTE_IDS[frame.tonic] ?? 'tonic-0')}`;
    }
    case 'chords': {
      const chord = chordAt(lead);
      return chord ? chordSign(now.frame, chord, words) : words('lead-chords-off');
    }
    case 'loudness':
      return words('lead-swell-now', { percent: Math.round(levelToCome(room.loudness) * 100) });
    case 'conduct':
      return words('lead-conduct-value');
    case 'ground': {
      const going = groundsToCome(room);
      return going.length === 0
        ? words('lead-ground-none')
        : going.map((ground) => words(`lead-ground-${ground}`)).join(', ');
    }
    case 'door':
      return words(
        room.door.isLocked
          ? 'lead-door-is-locked'
          : room.door.hasDoor
            ? 'lead-door-is-on'
            : 'lead-door-is-off',
      );
    case 'invite':
      return words('invite-open');
    case 'people':
      return words('people-count', { count: room.members.length });
    case 'signals':
      return passing.signals.length === 0 ? words('lead-signals-none') : undefined;
    case 'ending':
      return endingWords(lead, words) ?? words('lead-ending-value');
    case 'close':
      return words('close-open');
    case 'echo':
      return words(echoSentence(now.echo, now.metre));
    case 'company':
      return words(room.isCompanyInvited ? 'company-here' : 'company-not-here');
    case 'notes':
      return words('lead-notes-value');
    case 'large':
      return words('lead-large-value');
    default:
      return undefined;
  }
}
