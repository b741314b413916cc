import type { Profile } from '../../quality-control/profile'
import type { LocalCheck } from '../support/local-check'

/** A shipped profile with everything on. */
export function shipped({ profiles }: LocalCheck, id: string): Profile {
  const profile = profiles.get(id)
  if (profile === undefined) throw new Error(`${id} is not shipped any more`)
  return profile
}

/** All but what reads words and codes from images (OCR). */
export function withoutCopy(profile: Profile): Profile {
  return { ...profile, checks: profile.checks.filter(({ id }) => !id.startsWith('copy/')) }
}
