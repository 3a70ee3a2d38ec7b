import{b as c}from"./chunk-4CQLHLEP.js";import{b as w}from"./chunk-WG5PMATA.js";import{a as q,b as g}from"./chunk-FWTH2NWR.js";import{e as y}from"./chunk-4SUMXNU5.js";import{a as l}from"./chunk-RBTVVJGX.js";import{b}from"./chunk-NJ2G4ZAL.js";import{b as $,e as h,f as m}from"./chunk-I6UTLSEY.js";import{Ka as v,oa as f}from"./chunk-QH2FQVPP.js";import{a as d}from"./chunk-BYHIPRB2.js";import{b as i,e as n,i as o}from"./chunk-LBO2O6FZ.js";import{a}from"./chunk-LO2NM3CE.js";var e=class extends l{constructor(){super(...arguments);this.chosen=null;this.camera="";this.others="";this.span=null}static{this.styles=[...l.styles,q]}get dates(){if(this.span)return this.span;let{format:t}=this.panel,r=m(t.date(Date.now()),1),s=p=>$(`${p}T00:00`,t.zone)??Date.now();return{from:s(m(r,-31)),to:s(r)}}get paper(){return this.chosen??c(this.panel)[0]??"erasure_record"}get erasure(){return this.paper==="erasure_record"}submit(){let{panel:t,paper:r,erasure:s,dates:p}=this,O=this.camera||(t.overview.cameras?.[0]?.camera??""),u=this.others.trim();this.attempt(async()=>{await w(y(t.hass,"paper",{paper:r,language:t.format.language,start:h(p.from),end:h(p.to),...s?{camera:O}:{},...s&&u?{others:u}:{}}).then(({url:S})=>S))})}render(){return this.frame(this.t("requests.other_papers"),i`
        ${g("paper",this.t("requests.print.which"),c(this.panel).map(t=>({value:t,label:this.t(`requests.paper.${t}`),more:this.t(`requests.print.${t}`)})),this.paper,t=>this.chosen=t)}
        ${this.erasure?this.cameraField():n}
        <kb-span
          .panel=${this.panel}
          .span=${this.dates}
          @span=${t=>this.span=t.detail}
        ></kb-span>
        ${this.erasure?this.othersField():n}
      `,i`
        ${this.cancel()}
        <button type="submit" class="button primary" ?disabled=${this.busy}>
          ${v(f,20)}${this.t("requests.print.do")}
        </button>
      `)}cameraField(){return i`<div class="field">
      <label for="camera">${this.t("requests.filter_camera")}</label>
      <select
        id="camera"
        @change=${t=>this.camera=t.target.value}
      >
        ${(this.panel.overview.cameras??[]).map(({camera:t,place:r})=>i`<option value=${t} ?selected=${t===this.camera}>${r}</option>`)}
      </select>
    </div>`}othersField(){return b(this.fields({others:this.others}),"others",{label:this.t("requests.print.others"),hint:this.t("requests.print.others_hint"),rows:2,most:500})}};a([o()],e.prototype,"chosen",2),a([o()],e.prototype,"camera",2),a([o()],e.prototype,"others",2),a([o()],e.prototype,"span",2);d("kb-print-paper",e);export{e as a};
