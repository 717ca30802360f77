import { type RefObject, useLayoutEffect, useState } from 'react';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size of an element in css pixels, followed as it changes; 0 by 0 before it is known. */
export function useSize(element: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const watched = element.current;
    if (!watched) return undefined;
    const read = () =>
      setSize((last) =>
        last.width === watched.clientWidth && last.height === watched.clientHeight
          ? last
          : { width: watched.clientWidth, height: watched.clientHeight },
      );
    read();
    const sizes = new ResizeObserver(read);
    sizes.observe(watched);
    return () => sizes.disconnect();
  }, [element]);
  return size;
}
