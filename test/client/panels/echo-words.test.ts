import { describe, expect, it } from 'vitest';
import { echoChoices, echoSentence } from '../../../client/panels/echo-words.ts';
import { echoNamed, LIVE_ECHO } from '../../../shared/time/echo.ts';
import { metreOf } from '../../../shared/time/metre.ts';

describe('the echo in words', () => {
  it('is said in beats where a beat is a quarter', () => {
    expect(echoSentence(echoNamed('eighth', metreOf('4/4')), '4/4')).toBe('echo-eighth');
    expect(echoSentence(echoNamed('bar', metreOf('3/4')), '3/4')).toBe('echo-bar');
    expect(echoSentence(LIVE_ECHO, '4/4')).toBe('echo-live');
  });

  it('does not call an eighth half a beat where three of them are one', () => {
    expect(echoSentence(echoNamed('eighth', metreOf('6/8')), '6/8')).toBe('echo-partBeat');
    expect(echoChoices('6/8').find(({ value }) => value === 'eighth')?.label).toBe('echo-choice-noteEighth');
  });

  it('offers the room’s own finding first, then what the metre has, shortest first, nothing twice', () => {
    expect(echoChoices('4/4').map(({ value }) => value)).toEqual([
      'auto',
      'live',
      'sixteenth',
      'eighth',
      'quarter',
      'halfBar',
      'bar',
      'twoBars',
    ]);
    expect(echoChoices('2/4').map(({ value }) => value)).not.toContain('halfBar');
  });
});
