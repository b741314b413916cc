import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's root, wherever it was cloned to. */
export const projectDir = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
