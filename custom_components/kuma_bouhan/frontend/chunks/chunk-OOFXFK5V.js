import{b as c}from"./chunk-4CQLHLEP.js";import{b as q}from"./chunk-WG5PMATA.js";import{a as y,b as g}from"./chunk-PFLD5UYR.js";import{e as b}from"./chunk-4SUMXNU5.js";import{b as $,e as h,f as m}from"./chunk-I6UTLSEY.js";import{a as l}from"./chunk-5MN46PXD.js";import{Ka as f,oa as v}from"./chunk-DWWQMYPI.js";import{a as d}from"./chunk-BYHIPRB2.js";import{b as s,e as n,i as o}from"./chunk-LBO2O6FZ.js";import{a as i}from"./chunk-LO2NM3CE.js";var t=class extends l{constructor(){super(...arguments);this.chosen=null;this.camera="";this.others="";this.span=null}static{this.styles=[...l.styles,y]}get dates(){if(this.span)return this.span;let{format:e}=this.panel,r=m(e.date(Date.now()),1),a=p=>$(`${p}T00:00`,e.zone)??Date.now();return{from:a(m(r,-31)),to:a(r)}}get paper(){return this.chosen??c(this.panel)[0]??"erasure_record"}get erasure(){return this.paper==="erasure_record"}submit(){let{panel:e,paper:r,erasure:a,dates:p}=this,T=this.camera||(e.overview.cameras?.[0]?.camera??""),u=this.others.trim();this.attempt(async()=>{await q(b(e.hass,"paper",{paper:r,language:e.format.language,start:h(p.from),end:h(p.to),...a?{camera:T}:{},...a&&u?{others:u}:{}}).then(({url:w})=>w))})}render(){return this.frame(this.t("requests.other_papers"),s`
        ${g("paper",this.t("requests.print.which"),c(this.panel).map(e=>({value:e,label:this.t(`requests.paper.${e}`),more:this.t(`requests.print.${e}`)})),this.paper,e=>this.chosen=e)}
        ${this.erasure?this.cameraField():n}
        <kb-span
          .panel=${this.panel}
          .span=${this.dates}
          @span=${e=>this.span=e.detail}
        ></kb-span>
        ${this.erasure?this.othersField():n}
      `,s`
        ${this.cancel()}
        <button type="submit" class="button primary" ?disabled=${this.busy}>
          ${f(v,20)}${this.t("requests.print.do")}
        </button>
      `)}cameraField(){return s`<div class="field">
      <label for="camera">${this.t("requests.filter_camera")}</label>
      <select
        id="camera"
        @change=${e=>this.camera=e.target.value}
      >
        ${(this.panel.overview.cameras??[]).map(({camera:e,place:r})=>s`<option value=${e} ?selected=${e===this.camera}>${r}</option>`)}
      </select>
    </div>`}othersField(){return s`<div class="field">
      <label for="others">${this.t("requests.print.others")}</label>
      <textarea
        id="others"
        maxlength="500"
        aria-describedby="others-hint"
        .value=${this.others}
        @input=${e=>this.others=e.target.value}
      ></textarea>
      <p class="hint" id="others-hint">${this.t("requests.print.others_hint")}</p>
    </div>`}};i([o()],t.prototype,"chosen",2),i([o()],t.prototype,"camera",2),i([o()],t.prototype,"others",2),i([o()],t.prototype,"span",2);d("kb-print-paper",t);export{t as a};
