import fc from 'fast-check';

/** The same cases in every run, so that a change is judged by what it changes. PROPERTY_SEED=<whole number> tries others. */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20_260_101) });
