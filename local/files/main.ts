/** The bucket of files. Usage: node main.ts <port> <folder> <name of the bucket> */
import { HOST } from '../ports.ts';
import { serveBucket } from './server.ts';

const [port, folder = '', bucket = ''] = process.argv.slice(2);
const secret = process.env['AWS_SECRET_ACCESS_KEY'] ?? '';
serveBucket({ bucket, folder, secret }).listen(Number(port), HOST, () =>
  console.log(`the files listen on ${HOST}:${port}`),
);
