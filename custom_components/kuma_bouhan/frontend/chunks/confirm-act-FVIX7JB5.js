import{b as a}from"./chunk-W4SE3UPL.js";import{e as o}from"./chunk-4SUMXNU5.js";import{a as s}from"./chunk-RBTVVJGX.js";import"./chunk-NJ2G4ZAL.js";import"./chunk-WLYFRM66.js";import"./chunk-I6UTLSEY.js";import"./chunk-QH2FQVPP.js";import"./chunk-3A3V5TTW.js";import{a as i}from"./chunk-BYHIPRB2.js";import{b as t}from"./chunk-LBO2O6FZ.js";import"./chunk-LO2NM3CE.js";var b=["extension/withdraw","disclosure/withdraw","protect/end","draft/discard"],e=class extends s{constructor(r,p){super();this.name=r;this.number=p}word(r){return this.t(`requests.act.${this.name.replace("/","_")}.${r}`)}submit(){this.attempt(async()=>{await a(()=>this.panel,()=>o(this.panel.hass,this.name,{number:this.number})),this.panel.say(this.word("done")),this.finish(!0)})}render(){return this.frame(this.word("heading"),t`<p>${this.word("what")}</p>`,t`
        ${this.cancel(!0)}
        <button type="submit" class="button danger" ?disabled=${this.busy}>
          ${this.word("do")}
        </button>
      `)}};i("kb-confirm-act",e);export{e as ConfirmActDialog,b as PLAIN_ACTS};
