import { createRoot } from 'react-dom/client';
import './ui/theme.css';
import { buildHouse } from './build-house.ts';
import { Root } from './root.tsx';
import type { Missing } from './screens/plain-pages.tsx';

/** Storage may be forbidden altogether; then nothing is remembered. */
function storageOfPage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

/** What the room cannot do without, asked before anything is built on it. */
function missingHere(): readonly Missing[] {
  const has = globalThis as { readonly [name: string]: unknown };
  const missing: Missing[] = [];
  if (!has['WebSocket']) missing.push('socket');
  if (!has['AudioContext']) missing.push('audio');
  const isOld =
    !('Segmenter' in Intl) ||
    !('ListFormat' in Intl) ||
    !('toSorted' in Array.prototype) ||
    !('toWellFormed' in String.prototype) ||
    !('HTMLDialogElement' in has);
  if (isOld) missing.push('language');
  return missing;
}

const storage = storageOfPage();
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <Root
      house={buildHouse(storage)}
      storage={storage}
      languages={navigator.languages}
      missing={missingHere()}
    />,
  );
}
