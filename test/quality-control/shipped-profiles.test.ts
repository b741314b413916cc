import { join } from 'node:path'

import { catalogue } from '../../quality-control/checks/catalogue'
import { profileProblems } from '../../quality-control/plan-checks'
import { loadProfiles } from '../../config/profiles'

const profiles = [...loadProfiles(join(__dirname, '../../config/profiles')).values()]

test('the profiles of the design are shipped', () => {
  const ids = profiles.map(({ id }) => id)
  expect(ids).toEqual(
    expect.arrayContaining([
      'static_general',
      'video_general',
      'print_ad',
      'social_story',
      'display_banner',
      'html5_display',
      'ooh_digital',
    ]),
  )
})

test.each(profiles)('$id fits the catalogue', (profile) => {
  expect(profileProblems(profile, catalogue())).toEqual([])
})

test.each(profiles)('$id judges the common points of every file', ({ checks }) => {
  expect(checks.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['file/type', 'file/integrity', 'copy/placeholder-text']),
  )
})

test('every image, file and banner check is used by a shipped profile', () => {
  const used = new Set(profiles.flatMap(({ checks }) => checks.map(({ id }) => id)))
  const unused = [...catalogue().keys()].filter((id) => /^(?:image|file|banner)\//.test(id) && !used.has(id))
  expect(unused).toEqual([])
})
