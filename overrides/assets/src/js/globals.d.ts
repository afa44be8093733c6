// For editors that check the scripts: every one of them hangs on this global.
interface Window { ktc: any }
