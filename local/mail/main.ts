/** SES, with an inbox page of what would have been mailed. Usage: node main.ts <port> */
import sesLocal from 'aws-ses-v2-local';
import { HOST } from '../ports.ts';

const port = Number(process.argv[2]);
await sesLocal.default({ host: HOST, port });
console.log(`the mail inbox listens on ${HOST}:${port}`);
