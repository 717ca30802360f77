import { type RefObject, useEffect, useRef } from 'react';

/**
 * For the heading of a page that comes in place of another: it takes the focus, so that a screen reader says where one is
 * and the next press of Tab goes on from here.
 */
export function useHeadingFocus(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return heading;
}
