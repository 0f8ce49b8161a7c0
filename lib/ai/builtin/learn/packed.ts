type Numbers = Uint32Array | Float32Array | Int8Array;

/**
 * One block of bytes: magic, header length, header as JSON, then the arrays, each on an 8-byte boundary. Little-endian, as every
 * platform we run on is.
 */
export function packArrays(magic: number, facts: object, arrays: readonly Numbers[]): Buffer {
  const header = Buffer.from(JSON.stringify({ ...facts, lengths: arrays.map((array) => array.length) }));
  const start = aligned(8 + header.length);
  const out = Buffer.alloc(arrays.reduce((at, array) => aligned(at + array.byteLength), start));
  out.writeUInt32LE(magic, 0);
  out.writeUInt32LE(header.length, 4);
  header.copy(out, 8);
  let at = start;
  for (const array of arrays) {
    Buffer.from(array.buffer, array.byteOffset, array.byteLength).copy(out, at);
    at = aligned(at + array.byteLength);
  }
  return out;
}

/**
 * What `packArrays` wrote. `widths`: bytes of one number, array by array. Null when the bytes begin with another magic; throws
 * when they end too soon.
 */
export function unpackArrays<Facts>(
  magic: number,
  packed: Uint8Array,
  widths: readonly number[],
): { facts: Facts; arrays: ArrayBuffer[] } | null {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  if (packed.byteLength < 8 || view.getUint32(0, true) !== magic) return null;
  const length = view.getUint32(4, true);
  const header = new TextDecoder().decode(packed.subarray(8, 8 + length));
  const { lengths, ...facts } = JSON.parse(header) as { lengths: number[] };
  let at = aligned(8 + length);
  const arrays = widths.map((width, index) => {
    const end = at + lengths[index]! * width;
    if (end > packed.byteLength) throw new Error("The arrays are cut short.");
    const part = new Uint8Array(packed.subarray(at, end)).buffer;
    at = aligned(end);
    return part;
  });
  return { facts: facts as Facts, arrays };
}

function aligned(at: number): number {
  return (at + 7) & ~7;
}
