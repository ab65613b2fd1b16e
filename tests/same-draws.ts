import fc from 'fast-check';

// A run of the tests is a verdict on the code: what is drawn at random is the same in each, so that one fails only for
// what was changed since the last. Who goes looking for more asks for minutes, and draws anew.
if (!process.env['TRY_MINUTES']) fc.configureGlobal({ seed: 1 });
