{% include "assets/src/js/grade.js" %}
{% include "assets/src/js/record.js" %}
{% include "assets/src/js/verdict.js" %}
{% include "assets/src/js/share.js" %}
{% include "assets/src/js/csv.js" %}
{% include "assets/src/js/certificate.js" %}
{% include "assets/src/js/verify-result.js" %}
{% include "assets/src/js/verify-page.js" %}
