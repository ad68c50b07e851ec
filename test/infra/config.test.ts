import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { deploymentConfig, readDeployment } from '../../infra/config.ts';
import { example } from '../support/infra/synthesized.ts';

function faults(changes: Record<string, unknown>): string {
  const { error } = deploymentConfig.safeParse({ ...example, ...changes });
  return error ? z.prettifyError(error) : '';
}

describe('the configuration of a deployment', () => {
  it('is complete as the example gives it', () => {
    expect(faults({})).toBe('');
  });

  it.each([
    ['name', 'Heraut!', 'small letters'],
    ['region', 'Frankfurt', 'eu-central-1'],
    ['account', '123', '12 digits'],
    ['iotEndpoint', 'https://example.org', 'aws iot describe-endpoint'],
    ['alarmMail', 'nobody', 'mail address'],
    ['site', { ...example.site, certificateArn: example.origin.certificateArn }, 'certificate in us-east-1'],
    ['origin', { ...example.origin, certificateArn: 'x' }, 'ARN of a certificate'],
    ['origin', { ...example.origin, secretHashes: ['the secret itself'] }, 'SHA-256 of the secret'],
    ['origin', { ...example.origin, secretHashes: [] }, 'secretHashes'],
    ['regoin', 'eu-central-1', 'regoin'],
  ])('says what is wrong with a %s of %j', (field, value, advice) => {
    expect(faults({ [field]: value })).toContain(advice);
  });

  it('says which file is missing', () => {
    expect(() => readDeployment('nowhere')).toThrow(/deployments.nowhere\.json/);
  });
});
