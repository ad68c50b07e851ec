import * as z from 'zod/mini';
import type { Route } from '../route.ts';

export const docsRoutes = {
  getOpenApi: {
    method: 'GET',
    path: '/openapi.json',
    function: 'api-docs',
    summary: 'This document: the API in OpenAPI 3.1',
    access: 'open',
    answer: { status: 200, schema: z.looseObject({ openapi: z.string() }) },
    errors: [],
  },
  getDocs: {
    method: 'GET',
    path: '/docs',
    function: 'api-docs',
    summary: 'The API as a page to read',
    access: 'open',
    answer: { status: 200, schema: z.string(), contentType: 'text/html; charset=utf-8' },
    errors: [],
  },
} as const satisfies Record<string, Route>;
