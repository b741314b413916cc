/**
 * Beside the shipped profiles: few and quick checks, for the tests that are about the way and not about the
 * judgement.
 */
export const testProfiles = {
  light: {
    title: 'Light',
    description: 'Quick checks of any asset.',
    media: ['image', 'pdf', 'video', 'audio'],
    extensions: ['png', 'jpg', 'pdf', 'mp4', 'wav'],
    maxBytes: 50_000_000,
    checks: {
      'file/integrity': null,
      'file/weight': null,
      'image/size': { minWidthPixels: 10, minHeightPixels: 10 },
    },
  },
  /** The same with another title, so that tests can tell them apart. */
  other: {
    extends: 'light',
    title: 'The other one',
    description: 'Quick checks of any asset, for a second profile.',
  },
  /** Refuses what has more than 10 kB. */
  tiny: {
    extends: 'light',
    title: 'Tiny files',
    description: 'Quick checks of small assets.',
    maxBytes: 10_000,
  },
}
