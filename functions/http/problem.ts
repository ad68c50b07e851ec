import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { SayField } from '../../contract/catalogues/field-messages/index.ts';
import { catalogues, type Language } from '../../contract/catalogues/index.ts';
import { ERRORS, type FieldError } from '../../contract/errors.ts';
import type { Problem } from '../../contract/problem.ts';
import { DomainError } from '../domain/shared/domain-error.ts';
import { ANSWER_HEADERS, header } from './headers.ts';

/** Seconds until a caller should come back, where the error does not say. */
const RETRY_AFTER_SECONDS = 5;

/** The best of our languages by Accept-Language (RFC 9110, 12.5.4); English where none fits. */
export function languageOf(accept: string | undefined): Language {
  const wishes = (accept ?? '')
    .split(',')
    .map((wish) => {
      const [tag = '', ...parameters] = wish
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const weight = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1);
      return { language: tag.split('-')[0] ?? '', weight };
    })
    .filter(({ language, weight }) => Object.hasOwn(catalogues, language) && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return (wishes[0]?.language ?? 'en') as Language;
}

/** The one place where an error becomes an answer: RFC 9457 problem+json. */
export function problemAnswer(
  error: unknown,
  event: APIGatewayProxyEventV2,
  fieldMessage: SayField,
): APIGatewayProxyStructuredResultV2 {
  const known = error instanceof DomainError ? error : new DomainError('internal-error', { cause: error });
  const { status } = ERRORS[known.code];
  const language = languageOf(header(event, 'accept-language'));
  const { title, action } = catalogues[language][known.code];
  const body: Problem = {
    type: `/docs#error-${known.code}`,
    title,
    status,
    detail: action,
    code: known.code,
    ...(known.errors && { errors: known.errors.map((error) => inWords(error, language, fieldMessage)) }),
    requestId: event.requestContext.requestId,
  };
  return {
    statusCode: status,
    headers: {
      ...ANSWER_HEADERS,
      'content-type': 'application/problem+json',
      'content-language': language,
      vary: 'accept-language',
      'x-request-id': body.requestId,
      ...((status === 503 || status === 429) && {
        'retry-after': String(known.retryAfterSeconds ?? RETRY_AFTER_SECONDS),
      }),
      ...(status === 401 && { 'www-authenticate': 'Bearer realm="heraut"' }),
    },
    body: JSON.stringify(body),
  };
}

function inWords(error: FieldError, language: Language, fieldMessage: SayField): { path: string; message: string } {
  if ('word' in error) return { path: error.path, message: error.word };
  return { path: error.path, message: fieldMessage(language, error.message, error.values) };
}
