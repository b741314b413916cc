import type { Translations } from '../../translations'

export const file: Translations['checks'] = {}
