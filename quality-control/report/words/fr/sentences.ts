import type { Says } from '../translations'

export const sentences: Says = {}
