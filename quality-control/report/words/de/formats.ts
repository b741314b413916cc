import type { Says } from '../translations'

export const formats: Says = {}
