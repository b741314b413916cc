import type { BannerFacts } from '../../quality-control/facts/banner'

/** Facts of a sound banner of 300 × 250 pixels; a test changes the fields that it is about. */
export function bannerFacts(changes: Partial<BannerFacts> = {}): BannerFacts {
  return {
    entry: 'index.html',
    pages: ['index.html'],
    files: [
      { path: 'index.html', bytes: 2_000 },
      { path: 'img/hero.jpg', bytes: 40_000 },
    ],
    fileCount: 2,
    unpackedBytes: 42_000,
    initialBytes: 42_000,
    sizeText: 'width=300,height=250',
    size: { widthPixels: 300, heightPixels: 250 },
    missing: [],
    external: [],
    clickTag: { isUsed: true, fixedLinks: [] },
    unwanted: [],
    ...changes,
  }
}
