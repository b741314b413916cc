import type { Translations } from '../../translations'

export const imageFormat: Translations['checks'] = {}
