import type { RawHeader } from "./mime-header.ts";
import { firstHeader, type HeaderWithParameters, parseHeaderBlock, parseParameters } from "./mime-header.ts";
import { type TransferDecoder, transferDecoder } from "./transfer-decoding.ts";

/** One part of a message. Parts are in document order; a leaf has no children. */
export interface MimePart {
  headers: RawHeader[];
  type: string;
  contentType: HeaderWithParameters;
  disposition: HeaderWithParameters;
  encoding: string;
  children: MimePart[];
  depth: number;
  /** What stood before the first boundary: the whole body when no boundary ever came. */
  preamble: Buffer[];
  boundary: string | null;
}

/** Takes the decoded bytes of one leaf. */
export interface LeafSink {
  write(bytes: Buffer): void;
  end(): void;
}

export interface MimeReaderOptions {
  openLeaf(part: MimePart): LeafSink;
  maxParts?: number;
  maxDepth?: number;
  maxHeaderBytes?: number;
}

const newline = 0x0a;
const longestDelimiter = 1_100;
const preambleLimit = 1_048_576;

/**
 * Reads a message as it comes, in one pass and without throwing. Memory is bounded by the longest header block;
 * bodies go straight to the sinks. Beyond the limits the rest is skipped and a warning says so: the raw message
 * is stored elsewhere. An attached message/rfc822 is a leaf.
 */
export class MimeReader {
  readonly warnings = new Set<string>();
  readonly root: MimePart;
  private readonly options: Required<MimeReaderOptions>;
  private stack: MimePart[] = [];
  private part: MimePart;
  private inHeader = true;
  private headerLines: Buffer[] = [];
  private headerBytes = 0;
  private preambleBytes = 0;
  private partCount = 1;
  private skipping = false;
  private leaf: { sink: LeafSink; decoder: TransferDecoder } | null = null;
  private heldLineEnd: Buffer | null = null;
  private pending: Buffer[] = [];
  private pendingBytes = 0;
  private midLine = false;

  constructor(options: MimeReaderOptions) {
    this.options = { maxParts: 1000, maxDepth: 100, maxHeaderBytes: 1_048_576, ...options };
    this.root = newPart(0, "text/plain");
    this.part = this.root;
  }

  write(chunk: Buffer): void {
    let start = 0;
    for (;;) {
      start = this.bodyBlock(chunk, start);
      const end = chunk.indexOf(newline, start);
      if (end === -1) break;
      this.line(this.takePending(chunk.subarray(start, end + 1)));
      start = end + 1;
    }
    if (start >= chunk.length) return;
    this.pending.push(chunk.subarray(start));
    this.pendingBytes += chunk.length - start;
    // A line this long is no delimiter: hand it on rather than collect it.
    if (this.pendingBytes > 65_536) {
      this.line(this.takePending(nothing));
      this.midLine = true;
    }
  }

  end(): MimePart {
    if (this.pendingBytes > 0) this.line(this.takePending(nothing));
    if (this.inHeader) this.endHeader();
    this.closeLeaf(true);
    return this.root;
  }

  /** Inside a body, all lines up to the next that could be a delimiter go on in one piece. Returns where that line starts. */
  private bodyBlock(chunk: Buffer, start: number): number {
    if (!this.leaf || this.inHeader || this.skipping || this.midLine || this.pendingBytes > 0) return start;
    if (chunk[start] === 0x2d && chunk[start + 1] === 0x2d) return start;
    const candidate = chunk.indexOf("\n--", start, "latin1");
    const end = candidate === -1 ? chunk.lastIndexOf(newline) : candidate;
    if (end < start) return start;
    this.bodyLine(chunk.subarray(start, end + 1));
    return end + 1;
  }

  private takePending(last: Buffer): Buffer {
    if (this.pendingBytes === 0) return last;
    const line = Buffer.concat([...this.pending, last]);
    this.pending = [];
    this.pendingBytes = 0;
    return line;
  }

  private line(line: Buffer): void {
    const whole = !this.midLine;
    this.midLine = line.at(-1) !== newline && this.midLine;
    if (whole && line[0] === 0x2d && line[1] === 0x2d && line.length < longestDelimiter)
      if (this.delimiter(line)) return;
    if (this.skipping) return;
    if (this.inHeader) this.headerLine(line, whole);
    else this.bodyLine(line);
  }

  /** Closes and opens parts when the line is a delimiter of any multipart that is open. */
  private delimiter(line: Buffer): boolean {
    const text = line.toString("latin1").trimEnd().slice(2);
    for (let i = this.stack.length - 1; i >= 0; i--) {
      const boundary = this.stack[i]!.boundary;
      if (boundary === null || !text.startsWith(boundary)) continue;
      const closing = text === `${boundary}--`;
      if (!closing && text !== boundary) continue;
      if (this.inHeader && this.part !== this.root) this.endHeader();
      this.closeLeaf(false);
      this.stack.length = i + 1;
      const owner = this.stack[i]!;
      this.skipping = closing;
      this.inHeader = !closing;
      if (closing) this.stack.pop();
      else this.openPart(owner);
      return true;
    }
    return false;
  }

  private openPart(owner: MimePart): void {
    if (this.partCount >= this.options.maxParts) {
      this.warnings.add(`more than ${this.options.maxParts} parts: the rest was not read`);
      this.skipping = true;
      this.inHeader = false;
      return;
    }
    this.partCount++;
    const usual = owner.type === "multipart/digest" ? "message/rfc822" : "text/plain";
    this.part = newPart(owner.depth + 1, usual);
    owner.children.push(this.part);
    this.headerLines = [];
    this.headerBytes = 0;
  }

  private headerLine(line: Buffer, whole: boolean): void {
    const blank =
      whole && line.length <= 2 && (line[0] === newline || (line[0] === 0x0d && line[1] === newline));
    if (blank) {
      // Blank lines before the first header are not the end of it.
      if (this.part === this.root && this.headerBytes === 0) return;
      this.endHeader();
      return;
    }
    if (whole && this.headerBytes > 0 && !looksLikeHeader(line)) {
      this.warnings.add("no empty line between header and body");
      this.endHeader();
      this.bodyLine(line);
      return;
    }
    this.headerBytes += line.length;
    if (this.headerBytes <= this.options.maxHeaderBytes) this.headerLines.push(line);
    else this.warnings.add(`header longer than ${this.options.maxHeaderBytes} bytes: the rest was not read`);
  }

  private endHeader(): void {
    this.inHeader = false;
    const part = this.part;
    readPartHeader(part, Buffer.concat(this.headerLines));
    this.headerLines = [];
    if (!part.type.startsWith("multipart/")) {
      this.openLeaf(part);
      return;
    }
    const boundary = part.contentType.parameters.get("boundary")?.trimEnd();
    if (boundary && part.depth < this.options.maxDepth) {
      part.boundary = Buffer.from(boundary, "utf8").toString("latin1");
      this.stack.push(part);
      return;
    }
    this.warnings.add(
      boundary ? `parts nested deeper than ${this.options.maxDepth}` : "multipart without boundary",
    );
    part.type = boundary ? "application/octet-stream" : "text/plain";
    this.openLeaf(part);
  }

  private openLeaf(part: MimePart): void {
    this.leaf = { sink: this.options.openLeaf(part), decoder: transferDecoder(part.encoding) };
    this.heldLineEnd = null;
  }

  private bodyLine(line: Buffer): void {
    if (!this.leaf) {
      const open = this.part;
      if (open.boundary === null || open.children.length > 0) return;
      this.preambleBytes += line.length;
      if (this.stack.at(-1) === open && this.preambleBytes < preambleLimit) open.preamble.push(line);
      return;
    }
    // The line end before a delimiter belongs to the delimiter, so each one waits for what follows.
    if (this.heldLineEnd) this.emit(this.heldLineEnd);
    const ends = line.at(-1) === newline ? (line.at(-2) === 0x0d ? 2 : 1) : 0;
    this.heldLineEnd = ends > 0 ? line.subarray(line.length - ends) : null;
    if (line.length > ends) this.emit(line.subarray(0, line.length - ends));
  }

  private emit(bytes: Buffer): void {
    const decoded = this.leaf!.decoder.write(bytes);
    if (decoded.length > 0) this.leaf!.sink.write(decoded);
  }

  private closeLeaf(atEnd: boolean): void {
    if (!this.leaf) return;
    if (atEnd && this.heldLineEnd) this.emit(this.heldLineEnd);
    this.heldLineEnd = null;
    const rest = this.leaf.decoder.end();
    if (rest.length > 0) this.leaf.sink.write(rest);
    this.leaf.sink.end();
    this.leaf = null;
  }
}

const nothing = Buffer.alloc(0);

function newPart(depth: number, type: string): MimePart {
  const none: HeaderWithParameters = { value: "", parameters: new Map() };
  return {
    headers: [],
    type,
    contentType: none,
    disposition: none,
    encoding: "7bit",
    children: [],
    depth,
    preamble: [],
    boundary: null,
  };
}

function readPartHeader(part: MimePart, block: Buffer): void {
  part.headers = parseHeaderBlock(block);
  part.contentType = parseParameters(firstHeader(part.headers, "content-type"));
  part.disposition = parseParameters(firstHeader(part.headers, "content-disposition"));
  part.encoding = parseParameters(firstHeader(part.headers, "content-transfer-encoding")).value;
  const type = part.contentType.value.replace(/\s+/g, "");
  if (/^[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+$/.test(type)) part.type = type;
  // A type without its second half says nothing, but a file name beside it says "file".
  else if (type !== "" && !type.startsWith("text") && part.contentType.parameters.has("name"))
    part.type = "application/octet-stream";
}

/** A field name and a colon, a folded line, or the `From ` line of an mbox. */
function looksLikeHeader(line: Buffer): boolean {
  return (
    line[0] === 0x20 ||
    line[0] === 0x09 ||
    /^(?:[!-9;-~]{1,200}[ \t]*:|>?From )/.test(line.toString("latin1", 0, 210))
  );
}
