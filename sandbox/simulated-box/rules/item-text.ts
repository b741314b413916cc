import { apiErrors } from './api-error'

/** Box's OpenAPI description: `PUT /files/:id` takes 256 characters, and 255 of them are kept. */
const maxDescription = 256
const keptCharacters = 255
const maxTags = 100

export function checkDescription(description: string | undefined): void {
  if (description !== undefined && Array.from(description).length > maxDescription)
    throw apiErrors.badRequest('description', `expected at most ${maxDescription} characters.`)
}

export function keptDescription(description: string | undefined): string | undefined {
  return description === undefined ? undefined : Array.from(description).slice(0, keptCharacters).join('')
}

/** An empty list removes the last tag, although the description asks for at least one. */
export function checkTags(tags: readonly string[] | undefined): void {
  if (tags === undefined) return
  if (tags.length > maxTags) throw apiErrors.badRequest('tags', `expected at most ${maxTags} tags.`)
  if (tags.some((tag) => tag.trim() === '')) throw apiErrors.badRequest('tags', 'expected no empty tag.')
}
