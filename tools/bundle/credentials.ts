/**
 * Stands in for the SDK's default chain (@aws-sdk/credential-provider-node) in bundles: Lambda hands credentials over in the
 * environment, always. The chain would bring the clients of SSO and STS along, a fifth of a bundle.
 */
export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';
