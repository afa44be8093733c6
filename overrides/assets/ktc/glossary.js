{% include "assets/src/js/glossary.js" %}
