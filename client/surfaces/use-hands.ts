import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { HeardNote, SurfaceProps } from './touch.ts';
import { useLatest } from './use-latest.ts';

/** What plays and draws one surface, outside React, from when it is mounted until its end. */
export interface SurfaceHands {
  /** Something in the scene changed: the frame, the size, whether it rests. */
  refresh(): void;
  /** A note is heard now. */
  hear(note: HeardNote): void;
  /** Ends all touches, stops listening and drawing. */
  end(): void;
}

/** Starts the hands of a surface; `scene` gives what the page says at the moment it is asked. */
export type StartHands<Scene> = (
  root: HTMLElement,
  canvas: HTMLCanvasElement,
  scene: () => Scene,
) => SurfaceHands;

/** Ties hands to a mounted surface. `start` must be the same function at every render. */
export function useHands<Scene extends { readonly props: Pick<SurfaceProps, 'heardNotes'> }>(
  root: RefObject<HTMLElement | null>,
  scene: Scene,
  start: StartHands<Scene>,
): RefObject<HTMLCanvasElement | null> {
  const canvas = useRef<HTMLCanvasElement>(null);
  const hands = useRef<SurfaceHands>(null);
  const latest = useLatest(scene);
  const { heardNotes } = scene.props;

  useEffect(() => {
    if (!root.current || !canvas.current) return undefined;
    const playing = start(root.current, canvas.current, () => latest.current);
    hands.current = playing;
    return () => {
      hands.current = null;
      playing.end();
    };
  }, [root, latest, start]);
  useLayoutEffect(() => {
    hands.current?.refresh();
  });
  useEffect(() => heardNotes((note) => hands.current?.hear(note)), [heardNotes]);
  return canvas;
}
