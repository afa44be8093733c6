{% include "assets/src/js/theme.js" %}
