import type { Says } from '../translations'

export const facts: Says = {}
