import fc from 'fast-check';

// The one seed of a whole run.
const seed = process.env['TEST_SEED'];
if (seed !== undefined) fc.configureGlobal({ seed: Number(seed) });
