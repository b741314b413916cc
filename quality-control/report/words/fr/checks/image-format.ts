import type { Translations } from '../../translations'

export const imageFormat: Translations['checks'] = {
  'image/bit-depth': {
    of: 'ff68f9',
    title: 'La profondeur de bits est acceptée',
    failureTitle: 'La profondeur de bits est inhabituelle',
    why:
      'Moins de 8 bits par couche montrent des paliers dans les dégradés. Plus de bits rendent le ' +
      'fichier lourd, ou illisible pour certains programmes.',
    remedy: 'Convertissez l’image finie en 8 bits par couche.',
    says: {
      'The image has {0} bits per channel; expected {1} bits.':
        'L’image a {0} bits par couche ; attendu : {1} bits.',
      'The image has {0} bits per channel; expected {1} to {2} bits.':
        'L’image a {0} bits par couche ; attendu : de {1} à {2} bits.',
      '{0} bits': '{0} bits',
      '{0} to {1} bits': 'de {0} à {1} bits',
    },
  },
  'image/colour-space': {
    of: '924fb2',
    title: 'L’espace colorimétrique est accepté',
    failureTitle: 'L’espace colorimétrique est faux',
    why:
      'Les navigateurs affichent les images CMJN avec de fausses couleurs, ou pas du tout. Les ' +
      'imprimeurs convertissent le RVB sans que personne ait vu le résultat avant.',
    remedy:
      'Convertissez l’image avec son profil dans le logiciel de retouche : en sRGB pour l’écran, dans ' +
      'le profil CMJN de l’imprimeur pour l’impression.',
    says: {
      'The image is in {0}; expected {1}.': 'L’image est en {0} ; attendu : {1}.',
      RGB: 'RVB',
      greyscale: 'niveaux de gris',
      'another colour model': 'un autre modèle de couleur',
    },
  },
  'image/effective-ppi': {
    of: '57bd24',
    title: 'La résolution de l’image suffit pour l’impression',
    failureTitle: 'La résolution de l’image est trop faible pour l’impression',
    why:
      'En dessous d’environ 225 pixels par pouce, une image imprimée paraît floue. En dessous de 150, ' +
      'ses pixels deviennent visibles.',
    remedy:
      'Livrez l’original avec plus de pixels. Changer la valeur de ppi dans le fichier n’ajoute aucun ' +
      'détail.',
    says: {
      'Neither the profile nor the file states the printed size.':
        'Ni le profil ni le fichier n’indiquent la taille d’impression.',
      'The image has {0} ppi at its printed size; expected at least {1} ppi.':
        'L’image a {0} ppi à sa taille d’impression ; attendu : au moins {1} ppi.',
      'The image has {0} ppi as stated in the file; expected at least {1} ppi.':
        'L’image a {0} ppi d’après le fichier ; attendu : au moins {1} ppi.',
    },
  },
  'image/exif-orientation': {
    of: 'bc28ce',
    title: 'L’image est enregistrée à l’endroit',
    failureTitle: 'L’image est enregistrée pivotée et dépend d’une balise',
    why:
      'Les pixels sont enregistrés pivotés, et une balise demande aux visionneuses de les redresser. ' +
      'Les flux d’impression et certains serveurs publicitaires ignorent cette balise.',
    remedy:
      'Ouvrez l’image, tournez-la jusqu’à ce qu’elle soit à l’endroit, et enregistrez-la. Le logiciel ' +
      'enregistre alors les pixels à l’endroit.',
    says: {
      'The pixels are stored rotated or mirrored (orientation {0}).':
        'Les pixels sont enregistrés pivotés ou en miroir (orientation {0}).',
      'orientation {0}': 'orientation {0}',
      'orientation 1': 'orientation 1',
    },
  },
  'image/extra-pages': {
    of: '04ae71',
    title: 'Le fichier contient une seule image',
    failureTitle: 'Le fichier contient plusieurs images',
    why:
      'La plupart des programmes n’affichent que la première page, et personne ne voit les autres. ' +
      'Seule la première a été contrôlée.',
    remedy: 'Livrez chaque page dans son propre fichier, ou en PDF.',
    says: {
      'The file contains {0} images.': 'Le fichier contient {0} images.',
    },
  },
  'image/high-dynamic-range': {
    of: 'd5d035',
    title: 'L’image a une plage dynamique standard',
    failureTitle: 'L’image a une grande plage dynamique (HDR)',
    why:
      'Une image HDR paraît trop claire sur certains écrans et terne sur d’autres, et la plupart des ' +
      'exports perdent sa carte de gain.',
    remedy: 'Exportez une version en plage standard (SDR) et vérifiez-y les couleurs.',
    says: {
      'The image is HDR: {0}.': 'L’image est en HDR : {0}.',
      'standard dynamic range': 'plage dynamique standard',
      'gain map': 'carte de gain',
    },
  },
  'image/icc-profile': {
    of: '7b8007',
    title: 'Le profil colorimétrique est correct',
    failureTitle: 'Le profil colorimétrique manque ou est faux',
    why:
      'Le profil définit le sens des valeurs de couleur. Avec un profil faux, les couleurs de la ' +
      'marque changent d’un écran à l’autre.',
    remedy:
      'Convertissez l’image dans le profil attendu et incorporez-le (« Convertir en profil », pas ' +
      '« Attribuer »).',
    says: {
      'The image has no colour profile.': 'L’image n’a pas de profil colorimétrique.',
      'no profile': 'aucun profil',
      'a colour profile': 'un profil colorimétrique',
      'The profile "{0}" is for {1}, but the pixels are {2}.':
        'Le profil « {0} » est fait pour {1}, mais les pixels sont en {2}.',
      '{0} on {1} pixels': '{0} sur des pixels en {1}',
      'a profile of the same colour model': 'un profil du même modèle de couleur',
      'The profile is called "{0}", but describes another colour space.':
        'Le profil s’appelle « {0} », mais décrit un autre espace colorimétrique.',
      'The profile is called "{0}", but describes {1}.': 'Le profil s’appelle « {0} », mais décrit {1}.',
      'The image has the profile "{0}"; expected a colour profile.':
        'L’image a le profil « {0} » ; attendu : un profil colorimétrique.',
      'The image has the profile "{0}"; expected {1}.': 'L’image a le profil « {0} » ; attendu : {1}.',
      '{0}: another colour space': '{0} : un autre espace colorimétrique',
      '{0}: {1}': '{0} : {1}',
      'display p3': 'Display P3',
      'adobe rgb': 'Adobe RGB',
      'prophoto rgb': 'ProPhoto RGB',
      grey: 'gris',
      'The profile "{0}" is for rgb, but the pixels are cmyk.':
        'Le profil « {0} » est fait pour RVB, mais les pixels sont en CMJN.',
      'The profile "{0}" is for rgb, but the pixels are grey.':
        'Le profil « {0} » est fait pour RVB, mais les pixels sont en niveaux de gris.',
      'The profile "{0}" is for cmyk, but the pixels are rgb.':
        'Le profil « {0} » est fait pour CMJN, mais les pixels sont en RVB.',
      'The profile "{0}" is for cmyk, but the pixels are grey.':
        'Le profil « {0} » est fait pour CMJN, mais les pixels sont en niveaux de gris.',
      'The profile "{0}" is for grey, but the pixels are rgb.':
        'Le profil « {0} » est fait pour les niveaux de gris, mais les pixels sont en RVB.',
      'The profile "{0}" is for grey, but the pixels are cmyk.':
        'Le profil « {0} » est fait pour les niveaux de gris, mais les pixels sont en CMJN.',
      '{0} on rgb pixels': '{0} sur des pixels en RVB',
      '{0} on cmyk pixels': '{0} sur des pixels en CMJN',
      '{0} on grey pixels': '{0} sur des pixels en niveaux de gris',
    },
  },
  'image/ratio': {
    of: '129fd3',
    title: 'Les proportions sont acceptées',
    failureTitle: 'Les proportions sont fausses',
    why: 'Une image qui a d’autres proportions est rognée, étirée ou affichée avec des bandes.',
    remedy: 'Adaptez la mise en page à des proportions acceptées et exportez de nouveau.',
    says: {
      'The profile accepts all aspect ratios.': 'Le profil accepte toutes les proportions.',
      'The image has {0} × {1} ({2}:1); expected {3}.': 'L’image fait {0} × {1} ({2}:1) ; attendu : {3}.',
    },
  },
  'image/size': {
    of: '18105b',
    title: 'Les dimensions de l’image sont acceptées',
    failureTitle: 'Les dimensions de l’image sont fausses',
    why:
      'Une petite image paraît floue une fois agrandie, et les emplacements publicitaires n’acceptent ' +
      'que des tailles exactes.',
    remedy: 'Exportez à la taille attendue depuis l’original. Agrandir l’image finie n’ajoute aucun détail.',
    says: {
      'The image has {0} × {1} pixels, which is not an accepted size.':
        'L’image fait {0} × {1} pixels, ce qui n’est pas une taille acceptée.',
      'at least {0} pixels wide': 'au moins {0} pixels de large',
      'at least {0} pixels high': 'au moins {0} pixels de haut',
      'at most {0} pixels wide': '{0} pixels de large au plus',
      'at most {0} pixels high': '{0} pixels de haut au plus',
      'The image has {0} × {1} pixels; expected {2}.': 'L’image fait {0} × {1} pixels ; attendu : {2}.',
    },
  },
}
