import { readFileSync } from 'node:fs';
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { createSpeech, type Speech } from '../../../client/words/speech.ts';

const PARTS = ['room', 'group', 'lead', 'staff'];

/** The words of the pages in English, as a person reads them. */
export function englishWords(): Speech {
  const bundle = new FluentBundle('en', { useIsolating: false });
  for (const part of PARTS) {
    const file = new URL(`../../../client/words/en/${part}.ftl`, import.meta.url);
    bundle.addResource(new FluentResource(readFileSync(file, 'utf8')));
  }
  return createSpeech(bundle);
}
