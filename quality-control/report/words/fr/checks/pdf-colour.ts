import type { Translations } from '../../translations'

export const pdfColour: Translations['checks'] = {
  'pdf/ink-coverage': {
    of: 'cd7b6f',
    title: 'Le taux d’encrage est dans la limite',
    failureTitle: 'Le taux d’encrage est trop élevé',
    why: 'Trop d’encre ne sèche pas. Elle bave, macule la feuille suivante et fait gondoler le papier.',
    remedy:
      'Convertissez les couleurs avec le profil des conditions d’impression, qui limite l’encre, et ' +
      'allégez les noirs enrichis.',
    says: {
      'Page {0}: ink coverage of more than {1} % on {2} mm², up to {3} %.':
        'Page {0} : taux d’encrage de plus de {1} % sur {2} mm², jusqu’à {3} %.',
      'at most {0} % (the limit of {1})': '{0} % au plus (la limite de {1})',
    },
  },
  'pdf/knockout-black-text': {
    of: 'f2cd6c',
    title: 'Le petit texte noir est en surimpression sur son fond',
    failureTitle: 'Le petit texte noir est en défonce dans son fond',
    why:
      'Un texte noir qui supprime les couleurs sous lui laisse des bords blancs dès que les plaques ' +
      'sont un peu décalées. Un noir en surimpression n’en laisse pas.',
    remedy:
      'Mettez le texte noir en surimpression, ou utilisez la nuance de noir à 100 %, qui est en ' +
      'surimpression par défaut.',
    says: {
      'Page {0}: black text of {1} removes the colour under it.':
        'Page {0} : le texte noir de {1} supprime la couleur sous lui.',
      'overprint below {0} pt': 'surimpression en dessous de {0} pt',
    },
  },
  'pdf/output-intent': {
    of: 'c5dd47',
    title: 'Le PDF indique ses conditions d’impression',
    failureTitle: 'Le PDF n’indique pas les conditions d’impression attendues',
    why:
      'Le mode de sortie (Output Intent) désigne le papier et la presse pour lesquels les couleurs ' +
      'ont été préparées. Sans lui, l’imprimeur doit deviner.',
    remedy:
      'Exportez en PDF/X avec le mode de sortie que l’imprimeur indique, par exemple PSO Coated v3 ou ' +
      'FOGRA39.',
    says: {
      'The PDF has no output intent for print.':
        'Le PDF n’a pas de mode de sortie (Output Intent) pour l’impression.',
      'an output intent': 'un mode de sortie (Output Intent)',
      'The output intent is no name; expected {0}.': 'Le mode de sortie n’a pas de nom ; attendu : {0}.',
      'The output intent is {0}; expected {1}.': 'Le mode de sortie est {0} ; attendu : {1}.',
      'no name': 'aucun nom',
      'The output intent no name is not for CMYK.': 'Le mode de sortie, sans nom, n’est pas fait pour CMJN.',
      'The output intent {0} is not for CMYK.': 'Le mode de sortie {0} n’est pas fait pour CMJN.',
      'The output intent no name has no embedded profile.':
        'Le mode de sortie, sans nom, n’a pas de profil incorporé.',
      'The output intent {0} has no embedded profile.': 'Le mode de sortie {0} n’a pas de profil incorporé.',
      'a profile': 'un profil',
    },
  },
  'pdf/overprint': {
    of: '012575',
    title: 'La surimpression est bien réglée',
    failureTitle: 'Des objets sont en surimpression à tort',
    why:
      'Les objets blancs en surimpression disparaissent à l’impression. Le gris en DeviceGray est en ' +
      'surimpression sur une presse et pas sur la suivante. Les autres couleurs se mélangent à ce qui ' +
      'est dessous.',
    remedy:
      'Désactivez la surimpression pour les objets blancs, et pour les objets en couleur sauf si elle ' +
      'est voulue. Définissez en noir CMJN le gris qui doit être en surimpression.',
    says: {
      'white objects': 'objets blancs',
      'white images': 'images blanches',
      'white gradients': 'dégradés blancs',
      'DeviceGray text': 'texte DeviceGray',
      'DeviceGray objects': 'objets DeviceGray',
      'DeviceGray images': 'images DeviceGray',
      'DeviceGray gradients': 'dégradés DeviceGray',
      'black text': 'texte noir',
      'black objects': 'objets noirs',
      'black images': 'images noires',
      'black gradients': 'dégradés noirs',
      'coloured text': 'texte en couleur',
      'coloured objects': 'objets en couleur',
      'coloured images': 'images en couleur',
      'coloured gradients': 'dégradés en couleur',
      '{0}: {1} set to overprint.': '{0} : {1} en surimpression.',
      overprint: 'surimpression',
    },
  },
  'pdf/registration-colour': {
    of: '12a93c',
    title: 'La couleur de repérage ne sert qu’aux repères hors de la page',
    failureTitle: 'La couleur de repérage est utilisée sur la page',
    why:
      'La couleur de repérage imprime toutes les encres à la fois, jusqu’à 400 %. Elle bave, ne sèche ' +
      'pas, et le petit texte y prend des bords colorés.',
    remedy: 'Utilisez du noir, ou un noir enrichi convenu, au lieu de la nuance « Repérage ».',
    says: {
      'Page {0}: registration colour in text inside the trim ({1} object).':
        'Page {0} : couleur de repérage dans du texte à l’intérieur du format fini ({1} objet).',
      'Page {0}: registration colour in text inside the trim ({1} objects).':
        'Page {0} : couleur de repérage dans du texte à l’intérieur du format fini ({1} objets).',
      'Page {0}: registration colour in text on a page without a trim box ({1} object).':
        'Page {0} : couleur de repérage dans du texte, sur une page sans TrimBox ({1} objet).',
      'Page {0}: registration colour in text on a page without a trim box ({1} objects).':
        'Page {0} : couleur de repérage dans du texte, sur une page sans TrimBox ({1} objets).',
      'Page {0}: registration colour in shapes or lines inside the trim ({1} object).':
        'Page {0} : couleur de repérage dans des formes ou filets à l’intérieur du format fini ({1} ' +
        'objet).',
      'Page {0}: registration colour in shapes or lines inside the trim ({1} objects).':
        'Page {0} : couleur de repérage dans des formes ou filets à l’intérieur du format fini ({1} ' +
        'objets).',
      'Page {0}: registration colour in shapes or lines on a page without a trim box ({1} object).':
        'Page {0} : couleur de repérage dans des formes ou filets, sur une page sans TrimBox ({1} ' +
        'objet).',
      'Page {0}: registration colour in shapes or lines on a page without a trim box ({1} objects).':
        'Page {0} : couleur de repérage dans des formes ou filets, sur une page sans TrimBox ({1} ' +
        'objets).',
      'Page {0}: registration colour in images inside the trim ({1} object).':
        'Page {0} : couleur de repérage dans des images à l’intérieur du format fini ({1} objet).',
      'Page {0}: registration colour in images inside the trim ({1} objects).':
        'Page {0} : couleur de repérage dans des images à l’intérieur du format fini ({1} objets).',
      'Page {0}: registration colour in images on a page without a trim box ({1} object).':
        'Page {0} : couleur de repérage dans des images, sur une page sans TrimBox ({1} objet).',
      'Page {0}: registration colour in images on a page without a trim box ({1} objects).':
        'Page {0} : couleur de repérage dans des images, sur une page sans TrimBox ({1} objets).',
      'Page {0}: registration colour in gradients inside the trim ({1} object).':
        'Page {0} : couleur de repérage dans des dégradés à l’intérieur du format fini ({1} objet).',
      'Page {0}: registration colour in gradients inside the trim ({1} objects).':
        'Page {0} : couleur de repérage dans des dégradés à l’intérieur du format fini ({1} objets).',
      'Page {0}: registration colour in gradients on a page without a trim box ({1} object).':
        'Page {0} : couleur de repérage dans des dégradés, sur une page sans TrimBox ({1} objet).',
      'Page {0}: registration colour in gradients on a page without a trim box ({1} objects).':
        'Page {0} : couleur de repérage dans des dégradés, sur une page sans TrimBox ({1} objets).',
      'all inks': 'toutes les encres',
      'only outside the trim box': 'seulement hors de la TrimBox',
    },
  },
  'pdf/rgb-colour': {
    of: '569ac6',
    title: 'Toutes les couleurs sont préparées pour l’impression',
    failureTitle: 'Des couleurs sont en RVB, fait pour l’écran',
    why:
      'Les couleurs RVB sont converties chez l’imprimeur. Les couleurs vives ternissent, et le texte ' +
      'noir risque d’utiliser les quatre encres.',
    remedy:
      'Convertissez le document en CMJN avec le profil des conditions d’impression, et exportez-le de ' +
      'nouveau.',
    says: {
      'text in Lab': 'texte en Lab',
      'text in RGB': 'texte en RVB',
      'shapes and lines in Lab': 'formes et filets en Lab',
      'shapes and lines in RGB': 'formes et filets en RVB',
      'images in Lab': 'images en Lab',
      'images in RGB': 'images en RVB',
      'gradients in Lab': 'dégradés en Lab',
      'gradients in RGB': 'dégradés en RVB',
      'CMYK, grey or spot colours': 'CMJN, gris ou tons directs',
    },
  },
  'pdf/rich-black-text': {
    of: 'b3795f',
    title: 'Le petit texte noir n’utilise que l’encre noire',
    failureTitle: 'Le petit texte noir utilise plusieurs encres',
    why:
      'Sur la presse, les encres ne se superposent jamais parfaitement. Les petites lettres en ' +
      'plusieurs encres prennent des bords colorés et se lisent mal.',
    remedy: 'Composez le texte noir en noir pur : 0 / 0 / 0 / 100.',
    says: {
      'Page {0}: text of {1} pt uses C / M / Y / K {2}.':
        'Page {0} : le texte de {1} pt utilise C / M / J / N {2}.',
    },
  },
  'pdf/similar-spot-names': {
    of: '2e813a',
    title: 'Chaque ton direct a un seul nom',
    failureTitle: 'Un ton direct a plusieurs noms',
    why:
      'Des noms qui ne diffèrent que par un suffixe ou une majuscule produisent deux plaques pour une ' +
      'seule encre.',
    remedy: 'Utilisez une seule nuance pour cette couleur dans tout le document.',
    says: {
      'These names stand for one ink: {0}.': 'Ces noms désignent une seule encre : {0}.',
      'one name': 'un seul nom',
    },
  },
  'pdf/spot-colours': {
    of: 'b062b1',
    title: 'Seuls les tons directs convenus sont utilisés',
    failureTitle: 'Des tons directs non convenus sont utilisés',
    why:
      'Chaque ton direct demande sa propre plaque et sa propre encre. Il coûte un supplément, ou est ' +
      'converti sans que personne le remarque et change d’aspect.',
    remedy: 'Convertissez les tons directs en quadrichromie, ou convenez-en avec l’imprimeur.',
    says: {
      'The spot colour {0} is used, first on page {1}.': 'Le ton direct {0} est utilisé, d’abord page {1}.',
    },
  },
  'pdf/transparency': {
    of: '5f37aa',
    title: 'Le PDF n’a pas de transparence active',
    failureTitle: 'Le PDF a une transparence active',
    why:
      'Les anciens flux d’impression aplatissent eux-mêmes les objets transparents. Des raccords ' +
      'visibles, des couleurs changées et du texte dentelé peuvent apparaître.',
    remedy:
      'Exportez en PDF/X-1a ou PDF/X-3, qui aplatit la transparence, ou convenez de PDF/X-4 avec ' +
      'l’imprimeur.',
    says: {
      flattened: 'transparence aplatie',
      'transparent objects': 'objets transparents',
      'soft masks': 'masques progressifs (soft masks)',
      'blend modes': 'modes de fusion',
      'transparency groups': 'groupes de transparence',
    },
  },
}
