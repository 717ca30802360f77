import type { PulseWeight } from '../../../client/player/synth.ts';
import type { InstrumentId } from '../../../shared/music/instrument.ts';

/** What the lab is asked to play. Plain data: it crosses into the page. */
export interface Score {
  readonly lengthSec: number;
  readonly rateHz: number;
  /** The master; 0.5 unless given. */
  readonly loudness?: number;
  readonly notes: readonly ScoreNote[];
  readonly bends?: readonly {
    readonly key: string;
    readonly atSec: number;
    readonly pitch: number;
    readonly colour: number;
    readonly strength: number;
  }[];
  readonly ends?: readonly { readonly key: string; readonly atSec: number }[];
  readonly pulses?: readonly { readonly weight: PulseWeight; readonly atSec: number }[];
  /** Steps of a level, of a part or of `room`: reached at `atSec`. */
  readonly levels?: readonly { readonly part: string; readonly gain: number; readonly atSec: number }[];
  readonly quiet?: readonly { readonly isQuiet: boolean; readonly atSec: number }[];
  /** Times at which all that sounds is let go softly. */
  readonly releases?: readonly number[];
  readonly places?: readonly { readonly part: string; readonly pan: number; readonly loudness: number }[];
  /** Times at which the voices held are counted. */
  readonly countAt?: readonly number[];
  /** Without the room's reverb. */
  readonly isDry?: boolean;
  /** Only the time it took is wanted, not the samples. */
  readonly isTimed?: boolean;
}

export interface ScoreNote {
  readonly atSec: number;
  readonly instrument: InstrumentId;
  readonly pitch: number;
  readonly strength: number;
  readonly colour?: number;
  readonly lengthSec?: number;
  readonly part?: string;
  readonly key?: string;
  readonly seed?: number;
  /** Asked for when the time has come, rather than ahead. */
  readonly isLive?: boolean;
}

/** Where the page leaves the samples of a rendering. */
export const SAMPLES_PATH = '/samples-of-the-lab';

/** What comes back beside the samples. */
export interface Rendered {
  readonly tookMs: number;
  readonly counts: readonly number[];
}
