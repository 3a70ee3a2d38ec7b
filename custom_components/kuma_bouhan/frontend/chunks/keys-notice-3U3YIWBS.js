import{a as o}from"./chunk-RBTVVJGX.js";import"./chunk-NJ2G4ZAL.js";import"./chunk-WLYFRM66.js";import"./chunk-I6UTLSEY.js";import"./chunk-QH2FQVPP.js";import{d as s}from"./chunk-3A3V5TTW.js";import{a as i}from"./chunk-BYHIPRB2.js";import{b as t}from"./chunk-LBO2O6FZ.js";import"./chunk-LO2NM3CE.js";var e=class extends o{constructor(r){super();this.way=r}word(r){return this.t(`keys.notice.${this.way}.${r}`)}submit(){this.attempt(async()=>{await s(this.panel.hass,["keys","begin",this.way]),this.panel.say(this.word("done")),this.finish(!0)})}render(){return this.frame(this.word("heading"),t`<p>${this.word("what")}</p>`,t`
        ${this.cancel(!0)}
        <button type="submit" class="button primary" ?disabled=${this.busy}>
          ${this.word("do")}
        </button>
      `)}};i("kb-keys-notice",e);export{e as KeysNoticeDialog};
