/** Files that lie in the object store for some days: what is uploaded, and what can be downloaded. */

/** What a form has to send, before the file itself, which is its last field and is called `file`. */
export interface UploadForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  /** until when it is taken */
  readonly until: Date;
}

export interface FileLinks {
  /** A file of one byte to `mostBytes` at this key and no other; a larger one is refused by the store. */
  uploadForm(
    key: string,
    limits: { readonly mostBytes: number; readonly contentType: string; readonly seconds: number },
  ): Promise<UploadForm>;
  /** An address that gives the file for so many seconds, under a name in plain ASCII. */
  downloadLink(key: string, as: { readonly fileName: string; readonly seconds: number }): Promise<string>;
}

/** A file that is written piece by piece, perhaps by several processes one after the other. It is there once it is complete. */
export interface Upload {
  readonly key: string;
  readonly uploadId: string;
}

/** The number of a piece, from 1, and what the store calls its content. */
export interface Piece {
  readonly number: number;
  readonly etag: string;
}

/** Every piece but the last has at least this many bytes; there are 10,000 at most (Amazon S3: limits of multipart uploads). */
export const PIECE_BYTES = 5 * 1024 * 1024;

export interface Files {
  /** How many bytes it has; undefined where there is none. */
  size(key: string): Promise<number | undefined>;
  /** From a byte on, as it comes in; undefined where there is none. */
  read(key: string, from?: number): Promise<AsyncIterable<Uint8Array> | undefined>;
  begin(key: string, contentType: string): Promise<Upload>;
  /** A piece that is put again takes the place of the one before. */
  put(upload: Upload, number: number, content: Uint8Array): Promise<Piece>;
  complete(upload: Upload, pieces: readonly Piece[]): Promise<void>;
}
