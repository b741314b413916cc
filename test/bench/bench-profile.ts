import type { Profile } from '../../quality-control/profile'

/** A shipped profile with everything on but what reads words and codes from images (OCR). */
export function withoutCopy(profile: Profile): Profile {
  return { ...profile, checks: profile.checks.filter(({ id }) => !id.startsWith('copy/')) }
}
