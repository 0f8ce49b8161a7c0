import iconv from "iconv-lite";

/**
 * ISO-2022-KR (RFC 1557): `ESC $ ) C` announces KS X 1001, SO (0x0E) shifts into it, SI (0x0F) shifts back.
 * Shifted bytes are EUC-KR without the high bit. A line end also shifts back, as the RFC demands of writers.
 */
export function decodeIso2022Kr(bytes: Buffer): string {
  const pieces: string[] = [];
  let shifted = false;
  let start = 0;
  const flush = (end: number) => {
    if (end > start) pieces.push(decodeRun(bytes.subarray(start, end), shifted));
  };
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte === 0x0e || byte === 0x0f || (byte === 0x0a && shifted)) {
      flush(i);
      shifted = byte === 0x0e;
      start = byte === 0x0a ? i : i + 1;
    }
  }
  flush(bytes.length);
  return pieces.join("").replaceAll("\x1b$)C", "");
}

function decodeRun(run: Buffer, shifted: boolean): string {
  if (!shifted) return iconv.decode(run, "cp949");
  const euc = Buffer.from(run);
  for (let i = 0; i < euc.length; i++) if (euc[i]! > 0x20 && euc[i]! < 0x7f) euc[i]! |= 0x80;
  return iconv.decode(euc, "cp949");
}
