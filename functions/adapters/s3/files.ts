import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import type { Files, Piece, Upload } from '../../domain/shared/files.ts';

/** Reads and writes the bucket in streams and pieces, so that a file of any size takes the same memory. */
export class S3Files implements Files {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  async size(key: string): Promise<number | undefined> {
    try {
      const { ContentLength } = await this.#client.send(new HeadObjectCommand({ Bucket: this.#bucket, Key: key }));
      return ContentLength;
    } catch (error) {
      if (error instanceof NotFound) return undefined;
      throw error;
    }
  }

  async read(key: string, from = 0): Promise<AsyncIterable<Uint8Array> | undefined> {
    const Range = from === 0 ? undefined : `bytes=${from}-`;
    try {
      const { Body } = await this.#client.send(
        new GetObjectCommand({ Bucket: this.#bucket, Key: key, ...(Range && { Range }) }),
      );
      if (!Body) throw new Error('the object store answered without a body');
      return Body as unknown as AsyncIterable<Uint8Array>; // in Node a Readable
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      // Its end was the last byte that was read.
      if ((error as { name?: unknown }).name === 'InvalidRange') return nothing();
      throw error;
    }
  }

  async begin(key: string, contentType: string): Promise<Upload> {
    const { UploadId } = await this.#client.send(
      new CreateMultipartUploadCommand({ Bucket: this.#bucket, Key: key, ContentType: contentType }),
    );
    if (UploadId === undefined) throw new Error('the object store began no upload');
    return { key, uploadId: UploadId };
  }

  async put({ key, uploadId }: Upload, number: number, content: Uint8Array): Promise<Piece> {
    const { ETag } = await this.#client.send(
      new UploadPartCommand({
        Bucket: this.#bucket,
        Key: key,
        UploadId: uploadId,
        PartNumber: number,
        Body: content,
      }),
    );
    if (ETag === undefined) throw new Error('the object store took no piece');
    return { number, etag: ETag };
  }

  async complete({ key, uploadId }: Upload, pieces: readonly Piece[]): Promise<void> {
    const Parts = pieces.map(({ number, etag }) => ({ PartNumber: number, ETag: etag }));
    await this.#client.send(
      new CompleteMultipartUploadCommand({
        Bucket: this.#bucket,
        Key: key,
        UploadId: uploadId,
        MultipartUpload: { Parts },
      }),
    );
  }
}

async function* nothing(): AsyncIterable<Uint8Array> {}
