/** The place whose pitch is nearest, octaves folded into the register; 0 where there are none. */
export function nearestPlace(pitches: readonly number[], pitch: number): number {
  const [lowest, highest] = [pitches[0], pitches.at(-1)];
  if (lowest === undefined || highest === undefined) return 0;
  let folded = pitch;
  while (folded > highest + 6) folded -= 12;
  while (folded < lowest - 6) folded += 12;
  let best = 0;
  pitches.forEach((each, place) => {
    if (Math.abs(each - folded) < Math.abs((pitches[best] ?? 0) - folded)) best = place;
  });
  return best;
}
