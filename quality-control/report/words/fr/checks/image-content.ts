import type { Translations } from '../../translations'

export const imageContent: Translations['checks'] = {
  'image/animation': {
    of: '1a3f64',
    title: 'L’animation s’arrête à temps',
    failureTitle: 'L’animation est trop longue ou ne s’arrête pas',
    why:
      'Les éditeurs refusent les bannières qui ne s’arrêtent jamais, et un mouvement constant empêche ' +
      'de lire.',
    remedy: 'Raccourcissez l’animation, ou limitez le nombre de boucles dans les réglages d’export.',
    says: {
      'The image is not animated.': 'L’image n’est pas animée.',
      'The animation runs for {0} s.': 'L’animation dure {0} s.',
      'The animation plays forever.': 'L’animation tourne en boucle sans fin.',
      'The animation plays {0} times.': 'L’animation est lue {0} fois.',
      forever: 'boucle sans fin',
      '{0} times': '{0} fois',
      'at most {0} times': '{0} fois au plus',
    },
  },
  'image/blank': {
    of: 'a05bc9',
    title: 'L’image n’est pas vide',
    failureTitle: 'L’image est vide',
    why: 'Une image d’une seule couleur est presque toujours un export avec des calques masqués.',
    remedy: 'Ouvrez l’original, affichez les calques et exportez de nouveau.',
    says: {
      'The image is fully transparent, or white on transparent.':
        'L’image est entièrement transparente, ou blanche sur fond transparent.',
      'The image is a single flat colour.': 'L’image est d’une seule couleur.',
      'deviation {0}': 'écart {0}',
    },
  },
  'image/blur': {
    of: '438a4d',
    title: 'L’image est nette',
    failureTitle: 'L’image paraît floue',
    why: 'Une image floue fait amateur, et une image agrandie se repère tout de suite.',
    remedy:
      'Utilisez un original plus net. Si le flou est voulu (un arrière-plan, un effet), ne changez rien.',
    says: {
      'The image has too little contrast to measure edges.':
        'L’image a trop peu de contraste pour mesurer ses contours.',
      'Even the sharpest parts of the image are soft.':
        'Même les parties les plus nettes de l’image sont floues.',
      'no sharp edge': 'aucun contour net',
      'sharpness {0}': 'netteté {0}',
    },
  },
  'image/contrast': {
    of: '1f6be6',
    title: 'L’image a assez de contraste',
    failureTitle: 'L’image a très peu de contraste',
    why: 'Une image terne et voilée n’attire pas l’attention, et un texte posé dessus se lit mal.',
    remedy:
      'Ajustez les tons dans le logiciel de retouche (niveaux ou courbes), ou vérifiez si un calque ' +
      'est à moitié transparent par erreur.',
    says: {
      'The darkest and the brightest parts of the image hardly differ.':
        'Les parties les plus sombres et les plus claires de l’image diffèrent à peine.',
      '{0} of 255': '{0} sur 255',
    },
  },
  'image/exposure': {
    of: 'a84341',
    title: 'L’image est bien exposée',
    failureTitle: 'L’image est trop sombre ou trop claire',
    why:
      'Quand toute l’image est sombre ou délavée, le produit se voit mal, à l’impression plus encore ' +
      'qu’à l’écran.',
    remedy: 'Corrigez l’exposition dans le logiciel de retouche, ou utilisez une autre image.',
    says: {
      'The whole image is dark.': 'Toute l’image est sombre.',
      'mean brightness {0} of 255': 'luminosité moyenne {0} sur 255',
      'some bright parts': 'quelques parties claires',
      'The whole image is bright, nearly white.': 'Toute l’image est claire, presque blanche.',
      'some dark parts': 'quelques parties sombres',
    },
  },
  'image/flashes': {
    of: 'a9f19f',
    title: 'L’animation n’a pas de flashs',
    failureTitle: 'L’animation a des flashs',
    why:
      'Plus de trois flashs par seconde peuvent provoquer des crises chez les personnes épileptiques ' +
      'photosensibles. Ceci est un contrôle préalable, pas un certificat.',
    remedy:
      'Ralentissez le changement à moins de trois flashs par seconde, réduisez-le à moins d’un quart ' +
      'de l’image, ou adoucissez-le.',
    says: {
      'The image is not animated, or its frames could not be decoded.':
        'L’image n’est pas animée, ou ses images n’ont pas pu être décodées.',
      'The image flashes more than three times per second.':
        'L’image comporte plus de trois flashs par seconde.',
      '{0} flashes per second': '{0} flashs par seconde',
      'The image flashes just below the limit for several seconds.':
        'L’image comporte des flashs juste sous la limite pendant plusieurs secondes.',
      'The image flashes close to the limit.': 'L’image comporte des flashs proches de la limite.',
    },
  },
  'image/jpeg-quality': {
    of: '949a2f',
    title: 'La qualité JPEG est suffisante',
    failureTitle: 'Le JPEG est trop compressé',
    why:
      'Une forte compression laisse des blocs et des halos autour des contours et du texte. Le détail ' +
      'perdu ne peut pas être rétabli.',
    remedy: 'Exportez de nouveau depuis l’original avec une qualité supérieure.',
    says: {
      'The image is not a JPEG.': 'L’image n’est pas un JPEG.',
      'The JPEG was saved with a quality of about {0} of 100; expected at least {1}.':
        'Le JPEG a été enregistré avec une qualité d’environ {0} sur 100 ; attendu : au moins {1}.',
      'The colour of the JPEG was saved with a quality of about {0} of 100; expected at least {1}.':
        'La couleur du JPEG a été enregistrée avec une qualité d’environ {0} sur 100 ; attendu : au ' +
        'moins {1}.',
      'about {0} of 100': 'environ {0} sur 100',
    },
  },
  'image/transparency': {
    of: '44296b',
    title: 'La transparence est conforme',
    failureTitle: 'La transparence n’est pas conforme',
    why:
      'Une image transparente change selon son fond. Un logo sans transparence apparaît dans un ' +
      'rectangle.',
    remedy: 'Aplatissez l’image sur son fond, ou exportez-la avec un fond transparent.',
    says: {
      'The profile accepts opaque and transparent images.':
        'Le profil accepte les images opaques et transparentes.',
      'Parts of the image are transparent.': 'Des parties de l’image sont transparentes.',
      opaque: 'opaque',
      '{0} % transparent': '{0} % transparent',
      'No part of the image is transparent.': 'Aucune partie de l’image n’est transparente.',
      'a transparent background': 'un fond transparent',
    },
  },
}
