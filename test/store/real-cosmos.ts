import { env } from 'node:process';

const { COSMOS_TEST_ENDPOINT: endpoint, COSMOS_TEST_KEY: key, COSMOS_TEST_DATABASE: database = 'laget-test' } = env;

/** A real account to run the contract on too, when one is named in the environment. */
export const realCosmos = endpoint === undefined ? undefined : { endpoint, key, database };
