import type { UnwantedKind } from '../../facts/banner'
import { defineCheck } from '../check'

const texts: Record<UnwantedKind, string> = {
  archive: 'is an archive in the archive',
  program: 'is a program',
  link: 'is a symbolic link',
  'unsafe path': 'has a path that leads out of the archive',
  'system file': 'was left by the operating system',
  'same name': 'has the same name as another file',
}
const harmless: readonly UnwantedKind[] = ['system file']

export default defineCheck({
  title: 'Archive holds only files of the banner',
  failureTitle: 'Archive holds files that do not belong into a banner',
  why: 'Ad servers reject archives with programs, links or archives inside. Left-over files cost weight.',
  remedy: 'Remove the files that are listed and pack again.',
  source: 'APPNOTE 6.3.10 (ZIP), 4.4.17: no drive letters and no leading slash; the rest has no standard',
  needs: ['banner'],
  severity: 'major',
  settings: {},
  run: ({ banner: { unwanted } }) =>
    unwanted.map(({ path, kind }) => ({
      level: harmless.includes(kind) ? ('warn' as const) : ('fail' as const),
      message: `"${path}" ${texts[kind]}.`,
      measured: kind,
      expected: 'files of the banner only',
    })),
})
