import type { Translations } from '../../translations'

export const pdfContent: Translations['checks'] = {
  'pdf/annotations': {
    of: '4a9266',
    title: 'Les pages n’ont pas de commentaires',
    failureTitle: 'Les pages ont des commentaires',
    why: 'Des notes et marques de relecture risquent d’être imprimées ou affichées avec la création.',
    remedy: 'Supprimez les commentaires, ou aplatissez ceux qui font partie de la création.',
    says: {
      'Page {0} has {1} comment ({2}) that will be printed.':
        'La page {0} a {1} commentaire ({2}) qui sera imprimé.',
      'Page {0} has {1} comment ({2}).': 'La page {0} a {1} commentaire ({2}).',
      'Page {0} has {1} comments ({2}) that will be printed.':
        'La page {0} a {1} commentaires ({2}) qui seront imprimés.',
      'Page {0} has {1} comments ({2}).': 'La page {0} a {1} commentaires ({2}).',
    },
  },
  'pdf/form-fields': {
    of: '014850',
    title: 'Le PDF n’a pas de champs de formulaire',
    failureTitle: 'Le PDF a des champs de formulaire',
    why:
      'Les champs de formulaire changent d’aspect selon la visionneuse et n’ont pas leur place dans ' +
      'une création.',
    remedy: 'Aplatissez le formulaire, ou exportez sans éléments interactifs.',
    says: {
      'The PDF has {0} form field.': 'Le PDF a {0} champ de formulaire.',
      'The PDF has {0} form fields.': 'Le PDF a {0} champs de formulaire.',
      'The PDF has an XFA form: most programs show other pages than its author saw, or none.':
        'Le PDF a un formulaire XFA : la plupart des programmes affichent d’autres pages que celles ' +
        'que l’auteur a vues, ou aucune.',
    },
  },
  'pdf/image-resolution': {
    of: '949f6a',
    title: 'La résolution des images est suffisante',
    failureTitle: 'La résolution des images est trop faible',
    why:
      'En dessous d’environ 225 pixels par pouce, une image imprimée paraît floue. En dessous de 150, ' +
      'ses pixels deviennent visibles.',
    remedy:
      'Remplacez l’image par un original plus grand, ou placez-la plus petite. L’agrandir par ' +
      'logiciel n’ajoute aucun détail.',
    says: {
      'Page {0}: line art of {1} × {2} pixels has {3} ppi; expected {4}.':
        'Page {0} : une image au trait de {1} × {2} pixels a {3} ppi ; attendu : {4}.',
      'Page {0}: an image of {1} × {2} pixels has {3} ppi; expected {4}.':
        'Page {0} : une image de {1} × {2} pixels a {3} ppi ; attendu : {4}.',
    },
  },
  'pdf/layers': {
    of: 'f42d71',
    title: 'Aucun calque n’est masqué',
    failureTitle: 'Le PDF a des calques masqués ou non imprimés',
    why: 'Un calque masqué ici risque d’être imprimé ailleurs, ou l’inverse.',
    remedy: 'Supprimez les calques masqués et aplatissez les autres à l’export.',
    says: {
      'The layer "{0}" is shown.': 'Le calque « {0} » est affiché.',
      'The layer "{0}" is shown, not printed.': 'Le calque « {0} » est affiché, mais non imprimé.',
      'The layer "{0}" is hidden, but printed.': 'Le calque « {0} » est masqué, mais imprimé.',
      'The layer "{0}" is hidden.': 'Le calque « {0} » est masqué.',
      shown: 'affiché',
      'shown, not printed': 'affiché, non imprimé',
      'hidden, but printed': 'masqué, mais imprimé',
      hidden: 'masqué',
      'shown and printed': 'affiché et imprimé',
      'no layers': 'aucun calque',
    },
  },
  'pdf/missing-fonts': {
    of: '08cb2f',
    title: 'Toutes les polices sont incorporées',
    failureTitle: 'Des polices ne sont pas incorporées',
    why:
      'Une police absente du fichier est remplacée chez l’imprimeur ou sur l’écran du lecteur. Des ' +
      'mots se déplacent et des caractères disparaissent.',
    remedy: 'Exportez le PDF avec toutes les polices incorporées, ou vectorisez le texte.',
    says: {
      'The font {0} is used on {1} pages, first on page {2}, and is not embedded.':
        'La police {0}, utilisée sur {1} pages (la première est la page {2}), n’est pas incorporée.',
      'The font {0} is used on page {1} and is not embedded.':
        'La police {0}, utilisée page {1}, n’est pas incorporée.',
      '{0}, not embedded': '{0}, non incorporée',
      embedded: 'incorporée',
    },
  },
  'pdf/text-size': {
    of: '9ca635',
    title: 'Le texte est assez grand pour l’impression',
    failureTitle: 'Du texte est trop petit pour l’impression',
    why:
      'À l’impression, les très petites lettres se bouchent ou se cassent. Les lettres blanches et ' +
      'celles en plusieurs encres doivent être plus grandes, car le repérage des plaques n’est jamais ' +
      'exact.',
    remedy: 'Agrandissez le texte. Un petit texte s’imprime mieux en noir seul.',
    says: {
      'Page {0}: {1} of {2} pt; expected at least {3} pt.':
        'Page {0} : {1} de {2} pt ; attendu : au moins {3} pt.',
      'text in several inks': 'texte en plusieurs encres',
    },
  },
  'pdf/type3-fonts': {
    of: 'a6daec',
    title: 'Aucune police Type 3 n’est utilisée',
    failureTitle: 'Du texte utilise des polices Type 3',
    why:
      'Les lettres Type 3 sont de petits dessins sans optimisation du rendu (hinting), et s’impriment ' +
      'donc moins nettes.',
    remedy:
      'Exportez depuis le document d’origine, pas depuis un document converti. Acceptez le constat si ' +
      'le texte est correct à l’affichage.',
    says: {
      'Page {0}: the font {1} is a Type 3 font.': 'Page {0} : la police {1} est une police Type 3.',
      'Type 3': 'Type 3',
      'an outline font': 'une police vectorielle',
    },
  },
  'pdf/unread-content': {
    of: '1fc0b9',
    title: 'Tout le PDF a été contrôlé',
    failureTitle: 'Des parties du PDF n’ont pas pu être contrôlées',
    why: 'Les autres résultats ne concernent que les parties qui ont pu être lues.',
    remedy:
      'Demandez à une personne de vérifier le fichier. S’il est plus lourd ou plus complexe que ' +
      'nécessaire, exportez une version plus simple.',
    says: {
      'Only the first {0} of {1} pages were checked.':
        'Seules les {0} premières pages sur {1} ont été contrôlées.',
    },
  },
}
