import{b as d}from"./chunk-WG5PMATA.js";import{a as m,b as h}from"./chunk-FWTH2NWR.js";import{a as o}from"./chunk-RBTVVJGX.js";import{c as $}from"./chunk-LJNQ67HQ.js";import{Ka as l,oa as c}from"./chunk-QH2FQVPP.js";import{a as n}from"./chunk-BYHIPRB2.js";import{b as i,i as p}from"./chunk-LBO2O6FZ.js";import{a as r}from"./chunk-LO2NM3CE.js";var u=["a4","a5","label"],g=["en","zh","ko"],a=class extends o{constructor(t=""){super();this.camera=t;this.size="a4";this.beside=new Set(["en"])}static{this.styles=[...o.styles,m]}submit(){let{panel:t,camera:e,size:s,beside:b}=this,v=["ja",...g.filter(f=>b.has(f))];this.attempt(async()=>{await d($(t.hass,"sign",t.format.language,{size:s,languages:v,...e?{camera:e}:{}}))})}render(){let t=this.panel.overview.cameras??[];return this.frame(this.t("papers.sign.heading"),i`
        <p>${this.t("papers.sign.what")}</p>
        <div class="field">
          <label for="camera">${this.t("papers.sign.camera")}</label>
          <select
            id="camera"
            @change=${e=>this.camera=e.target.value}
          >
            <option value="" ?selected=${!this.camera}>${this.t("papers.sign.every")}</option>
            ${t.map(({camera:e,place:s})=>i`<option value=${e} ?selected=${e===this.camera}>${s}</option>`)}
          </select>
        </div>
        ${h("size",this.t("papers.sign.size"),u.map(e=>({value:e,label:this.t(`papers.sign.sizes.${e}`),more:this.t(`papers.sign.sizes.${e}_more`)})),this.size,e=>this.size=e)}
        <fieldset>
          <legend>${this.t("papers.sign.languages")}</legend>
          <div class="options">
            ${g.map(e=>i`<label class="choice">
                  <input
                    type="checkbox"
                    name=${e}
                    .checked=${this.beside.has(e)}
                    @change=${s=>this.choose(e,s)}
                  />
                  <span lang=${e}>${this.t(`papers.sign.language.${e}`)}</span>
                </label>`)}
          </div>
        </fieldset>
      `,i`
        ${this.cancel()}
        <button type="submit" class="button primary" ?disabled=${this.busy}>
          ${l(c,20)}${this.t("papers.sign.do")}
        </button>
      `)}choose(t,e){let s=new Set(this.beside);e.target.checked?s.add(t):s.delete(t),this.beside=s}};r([p()],a.prototype,"size",2),r([p()],a.prototype,"beside",2);n("kb-print-sign",a);export{a};
