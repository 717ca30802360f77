/** Writes numbers in few bytes. One scratch buffer, used again for every `start`. */
export class ByteWriter {
  private readonly view: DataView;
  private readonly buffer: Uint8Array;
  private length = 0;

  constructor(mostBytes: number) {
    this.buffer = new Uint8Array(mostBytes);
    this.view = new DataView(this.buffer.buffer);
  }

  start(): void {
    this.length = 0;
  }

  byte(value: number): void {
    this.view.setUint8(this.length, value);
    this.length += 1;
  }

  /** A whole number from 0 to 2^53, 7 bits a byte, the lowest first (LEB128). */
  whole(value: number): void {
    let rest = value;
    while (rest >= 128) {
      this.byte((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    this.byte(rest);
  }

  /** A whole number of either sign: 0, -1, 1, -2, … as 0, 1, 2, 3, … */
  signed(value: number): void {
    this.whole(value < 0 ? -2 * value - 1 : 2 * value);
  }

  float32(value: number): void {
    this.view.setFloat32(this.length, value, true);
    this.length += 4;
  }

  float64(value: number): void {
    this.view.setFloat64(this.length, value, true);
    this.length += 8;
  }

  /** What was written since `start`, as a copy. */
  bytes(): Uint8Array {
    return this.buffer.slice(0, this.length);
  }
}

/** Reads what `ByteWriter` wrote. Throws a RangeError beyond the end. */
export class ByteReader {
  private readonly view: DataView;
  private place = 0;

  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  byte(): number {
    const value = this.view.getUint8(this.place);
    this.place += 1;
    return value;
  }

  whole(): number {
    let value = 0;
    for (let weight = 1; ; weight *= 128) {
      const byte = this.byte();
      value += (byte % 128) * weight;
      if (byte < 128) return value;
    }
  }

  signed(): number {
    const value = this.whole();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  }

  float32(): number {
    this.place += 4;
    return this.view.getFloat32(this.place - 4, true);
  }

  float64(): number {
    this.place += 8;
    return this.view.getFloat64(this.place - 8, true);
  }
}
