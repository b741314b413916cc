/**
 * In addition to the shipped profiles: few and quick checks, for tests that are not about the checks.
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
  /** The same with another title, so that tests can distinguish them. */
  other: {
    extends: 'light',
    title: 'The other one',
    description: 'Quick checks of any asset, for a second profile.',
  },
  /** No test asset is as large as this: a finding to accept. */
  large: {
    extends: 'light',
    title: 'Large images',
    description: 'Quick checks of large images.',
    checks: { 'image/size': { minWidthPixels: 9000 } },
  },
  /** Rejects files of more than 10 kB. */
  tiny: {
    extends: 'light',
    title: 'Tiny files',
    description: 'Quick checks of small assets.',
    maxBytes: 10_000,
  },
}
